package dev.tuneornot.streams.topology;

import dev.tuneornot.schemas.topics.TopicSpec;

/** The topics of one application, by the names they have there (prefix included). */
public record Topics(
    String proposals,
    String usage,
    String pricing,
    String policies,
    String commands,
    String reference,
    String recommendations,
    String recommendationChanges,
    String portfolioPartials,
    String portfolioSummaries,
    String impactPartials,
    String priceReviews,
    String priceImpacts,
    String deadLetters) {

  /**
   * @param prefix put before the name of each topic but the internal ones; may be empty
   */
  public static Topics of(String prefix, String applicationId) {
    return new Topics(
        TopicSpec.PROPOSALS.name(prefix),
        TopicSpec.USAGE.name(prefix),
        TopicSpec.PRICING.name(prefix),
        TopicSpec.POLICIES.name(prefix),
        TopicSpec.COMMANDS.name(prefix),
        TopicSpec.reference(applicationId).name(""),
        TopicSpec.RECOMMENDATIONS.name(prefix),
        TopicSpec.RECOMMENDATION_CHANGES.name(prefix),
        TopicSpec.portfolioPartials(applicationId).name(""),
        TopicSpec.PORTFOLIO_SUMMARIES.name(prefix),
        TopicSpec.impactPartials(applicationId).name(""),
        TopicSpec.PRICE_REVIEWS.name(prefix),
        TopicSpec.PRICE_IMPACTS.name(prefix),
        TopicSpec.DEAD_LETTERS.name(prefix));
  }
}

package dev.tuneornot.streams.topology;

import dev.tuneornot.schemas.topics.TopicSpec;

/** The topics of one application, by the names they have there (prefix included). */
public record Topics(
    String proposals,
    String pricing,
    String policies,
    String reference,
    String recommendations,
    String deadLetters) {

  /**
   * @param prefix put before the name of each topic but the reference topic; may be empty
   */
  public static Topics of(String prefix, String applicationId) {
    return new Topics(
        TopicSpec.PROPOSALS.name(prefix),
        TopicSpec.PRICING.name(prefix),
        TopicSpec.POLICIES.name(prefix),
        TopicSpec.reference(applicationId).name(""),
        TopicSpec.RECOMMENDATIONS.name(prefix),
        TopicSpec.DEAD_LETTERS.name(prefix));
  }
}

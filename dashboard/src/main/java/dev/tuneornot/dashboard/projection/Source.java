package dev.tuneornot.dashboard.projection;

import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.List;

/** A topic that is read, and the tables whose rows come from nowhere else. */
enum Source {
  RECOMMENDATIONS,
  PORTFOLIO_SUMMARIES,
  PRICE_IMPACTS,
  RECOMMENDATION_CHANGES,
  USAGE,
  PROPOSALS,
  PRICE_REVIEWS,
  PRICING;

  TopicSpec topic() {
    return switch (this) {
      case RECOMMENDATIONS -> TopicSpec.RECOMMENDATIONS;
      case PORTFOLIO_SUMMARIES -> TopicSpec.PORTFOLIO_SUMMARIES;
      case PRICE_IMPACTS -> TopicSpec.PRICE_IMPACTS;
      case RECOMMENDATION_CHANGES -> TopicSpec.RECOMMENDATION_CHANGES;
      case USAGE -> TopicSpec.USAGE;
      case PROPOSALS -> TopicSpec.PROPOSALS;
      case PRICE_REVIEWS -> TopicSpec.PRICE_REVIEWS;
      case PRICING -> TopicSpec.PRICING;
    };
  }

  List<String> tables() {
    return switch (this) {
      case RECOMMENDATIONS ->
          List.of("recommendations", "recommendation_counts", "model_dependants");
      case PORTFOLIO_SUMMARIES -> List.of("portfolio_summaries", "portfolio_counts");
      case PRICE_IMPACTS -> List.of("price_impacts", "price_impact_transitions");
      case RECOMMENDATION_CHANGES -> List.of("recommendation_changes");
      case USAGE -> List.of("measured_usage");
      case PROPOSALS -> List.of("stated_volumes");
      case PRICE_REVIEWS -> List.of("price_reviews", "price_review_dates");
      case PRICING -> List.of("prices", "price_periods");
    };
  }

  /** Whether its oldest records go by time, so that a gap at the beginning is no loss. */
  boolean expires() {
    return topic().settings().getOrDefault("cleanup.policy", "").contains("delete");
  }
}

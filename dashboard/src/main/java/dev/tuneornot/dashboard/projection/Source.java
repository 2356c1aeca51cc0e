package dev.tuneornot.dashboard.projection;

import com.google.common.collect.ImmutableList;
import dev.tuneornot.schemas.topics.TopicSpec;

/** A topic that is read, and the tables whose rows come from nowhere else. */
enum Source {
  RECOMMENDATIONS(ImmutableList.of("recommendations", "recommendation_counts", "model_dependants")),
  PORTFOLIO_SUMMARIES(ImmutableList.of("portfolio_summaries", "portfolio_counts")),
  PRICE_IMPACTS(ImmutableList.of("price_impacts", "price_impact_transitions")),
  PRICING(ImmutableList.of("prices", "price_periods"));

  private final ImmutableList<String> tables;

  Source(ImmutableList<String> tables) {
    this.tables = tables;
  }

  TopicSpec topic() {
    return switch (this) {
      case RECOMMENDATIONS -> TopicSpec.RECOMMENDATIONS;
      case PORTFOLIO_SUMMARIES -> TopicSpec.PORTFOLIO_SUMMARIES;
      case PRICE_IMPACTS -> TopicSpec.PRICE_IMPACTS;
      case PRICING -> TopicSpec.PRICING;
    };
  }

  ImmutableList<String> tables() {
    return tables;
  }

  /** Whether its oldest records go by time, so that a gap at the beginning is no loss. */
  boolean expires() {
    return topic().settings().getOrDefault("cleanup.policy", "").contains("delete");
  }
}

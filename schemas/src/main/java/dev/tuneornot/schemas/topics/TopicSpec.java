package dev.tuneornot.schemas.topics;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A topic: its name, the settings it is created with, and what it carries. */
public final class TopicSpec {
  /** Partitions unless the operator says otherwise. */
  public static final int DEFAULT_PARTITIONS = 4;

  private static final String DAYS_30 = Long.toString(Duration.ofDays(30).toMillis());
  private static final String DAYS_400 = Long.toString(Duration.ofDays(400).toMillis());
  private static final String DAYS_90 = Long.toString(Duration.ofDays(90).toMillis());

  /** Kafka's own default, said outright because the dead letters' depends on it. */
  private static final String INPUT_BYTES = "1048588";

  /**
   * What wraps an input, a dead letter, a reference record or an answer, is larger than the input
   * itself.
   */
  private static final String WRAPPED_INPUT_BYTES = "2097152";

  /** What carries two inputs and more. */
  private static final String TWO_INPUTS_BYTES = "4194304";

  private static final Map<String, String> COMPACTED =
      Map.of("cleanup.policy", "compact", "delete.retention.ms", DAYS_30);
  private static final Map<String, String> INPUT =
      Map.of(
          "cleanup.policy",
          "compact",
          "delete.retention.ms",
          DAYS_30,
          "max.message.bytes",
          INPUT_BYTES);

  private static final Map<String, String> WRAPPING_COMPACTED =
      Map.of(
          "cleanup.policy",
          "compact",
          "delete.retention.ms",
          DAYS_30,
          "max.message.bytes",
          WRAPPED_INPUT_BYTES);

  public static final TopicSpec PROPOSALS =
      new TopicSpec("proposals", "proposalId", INPUT, Proposal.getClassSchema());
  public static final TopicSpec USAGE =
      new TopicSpec("usage", "proposalId", INPUT, Usage.getClassSchema());
  public static final TopicSpec PRICING =
      new TopicSpec("pricing", "modelId", INPUT, ModelPricing.getClassSchema());
  public static final TopicSpec POLICIES =
      new TopicSpec("policies", "portfolio or *", INPUT, Policy.getClassSchema());
  public static final TopicSpec RECOMMENDATIONS =
      new TopicSpec(
          "recommendations", "proposalId", WRAPPING_COMPACTED, Recommendation.getClassSchema());
  public static final TopicSpec RECOMMENDATION_CHANGES =
      new TopicSpec(
          "recommendation-changes",
          "proposalId",
          Map.of("cleanup.policy", "delete", "retention.ms", DAYS_400),
          RecommendationChange.getClassSchema());
  public static final TopicSpec PORTFOLIO_SUMMARIES =
      new TopicSpec(
          "portfolio-summaries", "portfolio", COMPACTED, PortfolioSummary.getClassSchema());
  public static final TopicSpec PRICE_REVIEWS =
      new TopicSpec(
          "price-reviews",
          "modelId",
          Map.of(
              "cleanup.policy",
              "compact",
              "delete.retention.ms",
              DAYS_30,
              "max.message.bytes",
              TWO_INPUTS_BYTES),
          PriceReview.getClassSchema());
  public static final TopicSpec PRICE_IMPACTS =
      new TopicSpec(
          "price-impacts",
          "changeId",
          Map.of(
              "cleanup.policy",
              "compact,delete",
              "delete.retention.ms",
              DAYS_30,
              "retention.ms",
              DAYS_90),
          PriceImpact.getClassSchema());
  public static final TopicSpec DEAD_LETTERS =
      new TopicSpec(
          "dead-letters",
          "the original key",
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              DAYS_30,
              "max.message.bytes",
              WRAPPED_INPUT_BYTES),
          null);

  /** Commands of operators; the key says which, {@link #RESCORE} is the only one. */
  public static final TopicSpec COMMANDS =
      new TopicSpec(
          "commands",
          "the command",
          Map.of("cleanup.policy", "delete", "retention.ms", DAYS_30),
          null);

  /** Key in {@link #COMMANDS}: evaluate the whole portfolio again. */
  public static final String RESCORE = "rescore";

  private final String baseName;
  private final String key;
  private final Map<String, String> settings;
  private final @Nullable Schema schema;

  private TopicSpec(
      String baseName, String key, Map<String, String> settings, @Nullable Schema schema) {
    this.baseName = baseName;
    this.key = key;
    this.settings = settings;
    this.schema = schema;
  }

  /** The public topics, in the order of a record's way. */
  public static List<TopicSpec> all() {
    return List.of(
        PROPOSALS,
        USAGE,
        PRICING,
        POLICIES,
        RECOMMENDATIONS,
        RECOMMENDATION_CHANGES,
        PORTFOLIO_SUMMARIES,
        PRICE_REVIEWS,
        PRICE_IMPACTS,
        DEAD_LETTERS,
        COMMANDS);
  }

  /** The internal topics of an application; they have as many partitions as {@link #PROPOSALS}. */
  public static List<TopicSpec> internal(String applicationId) {
    return List.of(
        reference(applicationId), portfolioPartials(applicationId), impactPartials(applicationId));
  }

  /**
   * The internal topic that carries prices and policies to every partition. It takes no prefix, and
   * has as many partitions as {@link #PROPOSALS}.
   */
  public static TopicSpec reference(String applicationId) {
    return new TopicSpec(applicationId + "-reference", "kind and key", WRAPPING_COMPACTED, null);
  }

  /** The internal topic of the tasks' partial sums of portfolios. */
  public static TopicSpec portfolioPartials(String applicationId) {
    return new TopicSpec(
        applicationId + "-portfolio-partials", "portfolio and partition", COMPACTED, null);
  }

  /** The internal topic of the tasks' reports on changes. */
  public static TopicSpec impactPartials(String applicationId) {
    return new TopicSpec(
        applicationId + "-impact-partials", "kind, key and partition", COMPACTED, null);
  }

  /** The name without a prefix. */
  public String baseName() {
    return baseName;
  }

  /**
   * The name with a prefix.
   *
   * @param prefix may be empty
   */
  public String name(String prefix) {
    return prefix + baseName;
  }

  /** The registry subject of the values. */
  public String subject(String prefix) {
    return name(prefix) + "-value";
  }

  /** What the key is, for a person. */
  public String key() {
    return key;
  }

  /** Topic settings, by their names in Kafka. */
  public Map<String, String> settings() {
    return settings;
  }

  /** The schema of the values; empty where they are not of one schema. */
  public Optional<Schema> schema() {
    return Optional.ofNullable(schema);
  }

  @Override
  public String toString() {
    return baseName;
  }
}

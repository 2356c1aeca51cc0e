package dev.tuneornot.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicSpecTest {

  private static final Map<String, String> INPUT =
      Map.of(
          "cleanup.policy",
          "compact",
          "delete.retention.ms",
          "2592000000",
          "max.message.bytes",
          "1048588");
  private static final Map<String, String> WRAPPING =
      Map.of(
          "cleanup.policy", "compact",
          "delete.retention.ms", "2592000000",
          "max.message.bytes", "2097152");
  private static final Map<String, String> COMPACTED =
      Map.of("cleanup.policy", "compact", "delete.retention.ms", "2592000000");

  @Test
  void shouldNameTheTopicsOfTheContract() {
    assertThat(TopicSpec.all())
        .extracting(TopicSpec::toString)
        .containsExactly(
            "proposals",
            "usage",
            "pricing",
            "policies",
            "recommendations",
            "recommendation-changes",
            "portfolio-summaries",
            "price-reviews",
            "price-impacts",
            "dead-letters",
            "commands");
  }

  @Test
  void shouldKeepTombstonesOf30DaysInTheInputs() {
    assertThat(TopicSpec.PROPOSALS.settings()).isEqualTo(INPUT);
    assertThat(TopicSpec.USAGE.settings()).isEqualTo(INPUT);
    assertThat(TopicSpec.PRICING.settings()).isEqualTo(INPUT);
    assertThat(TopicSpec.POLICIES.settings()).isEqualTo(INPUT);
  }

  @Test
  void shouldCompactTheOutputs() {
    assertThat(TopicSpec.RECOMMENDATIONS.settings()).isEqualTo(WRAPPING);
    assertThat(TopicSpec.PORTFOLIO_SUMMARIES.settings()).isEqualTo(COMPACTED);
  }

  @Test
  void shouldTakeReviewsWithTwoPricesOfTheLargestSize() {
    assertThat(TopicSpec.PRICE_REVIEWS.settings())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "compact",
                "delete.retention.ms", "2592000000",
                "max.message.bytes", "4194304"));
  }

  @Test
  void shouldKeepEveryChangeFor400Days() {
    assertThat(TopicSpec.RECOMMENDATION_CHANGES.settings())
        .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "34560000000"));
  }

  @Test
  void shouldDeleteImpactsAfter90Days() {
    assertThat(TopicSpec.PRICE_IMPACTS.settings())
        .isEqualTo(
            Map.of(
                "cleanup.policy",
                "compact,delete",
                "delete.retention.ms",
                "2592000000",
                "retention.ms",
                "7776000000"));
  }

  @Test
  void shouldKeepDeadLettersFor30DaysAndTakeLargerOnesThanTheInputs() {
    assertThat(TopicSpec.DEAD_LETTERS.settings())
        .isEqualTo(
            Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                "2592000000",
                "max.message.bytes",
                "2097152"));
  }

  @Test
  void shouldTakeTheLargestInputWithWhatWrapsItIntoReference() {
    TopicSpec reference = TopicSpec.reference("tune-or-not");

    assertThat(reference.baseName()).isEqualTo("tune-or-not-reference");
    assertThat(reference.schema()).isEmpty();
    assertThat(reference.settings()).isEqualTo(WRAPPING);
  }

  @Test
  void shouldForgetCommandsAfter30Days() {
    assertThat(TopicSpec.COMMANDS.settings())
        .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));
  }

  @Test
  void shouldCompactTheInternalTopicsOfAnApplication() {
    assertThat(
            List.of(
                TopicSpec.portfolioPartials("tune-or-not"),
                TopicSpec.impactPartials("tune-or-not")))
        .allSatisfy(topic -> assertThat(topic.settings()).isEqualTo(COMPACTED))
        .extracting(TopicSpec::baseName)
        .containsExactly("tune-or-not-portfolio-partials", "tune-or-not-impact-partials");
  }

  @Test
  void shouldPutThePrefixBeforeNameAndSubject() {
    assertThat(TopicSpec.PRICING.name("acme.")).isEqualTo("acme.pricing");
    assertThat(TopicSpec.PRICING.subject("acme.")).isEqualTo("acme.pricing-value");
    assertThat(TopicSpec.PRICING.name("")).isEqualTo("pricing");
    assertThat(TopicSpec.PRICING.subject("")).isEqualTo("pricing-value");
  }

  @Test
  void shouldSayWhatEachCarries() {
    assertThat(TopicSpec.all())
        .extracting(TopicSpec::schema)
        .containsExactly(
            Optional.of(Proposal.getClassSchema()),
            Optional.of(Usage.getClassSchema()),
            Optional.of(ModelPricing.getClassSchema()),
            Optional.of(Policy.getClassSchema()),
            Optional.of(Recommendation.getClassSchema()),
            Optional.of(RecommendationChange.getClassSchema()),
            Optional.of(PortfolioSummary.getClassSchema()),
            Optional.of(PriceReview.getClassSchema()),
            Optional.of(PriceImpact.getClassSchema()),
            Optional.empty(),
            Optional.empty());
    assertThat(TopicSpec.all())
        .extracting(TopicSpec::key)
        .containsExactly(
            "proposalId",
            "proposalId",
            "modelId",
            "portfolio or *",
            "proposalId",
            "proposalId",
            "portfolio",
            "modelId",
            "changeId",
            "the original key",
            "the command");
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.plainPeriod;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.saving1000AMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachOption;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Retrieval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A prompt of a million tokens, all removable, for 1 USD; 1,000 a month. Examples would add half as
 * much, retrieval a quarter.
 */
class OptionsTest {

  @Test
  void shouldPriceEachWay() { // O1 to O5
    Recommendation recommendation = evaluate(proposal(), prices());

    assertThat(recommendation.getOptions())
        .extracting(
            ApproachOption::getApproach,
            ApproachOption::getCostPerRequest,
            ApproachOption::getUpfrontCost,
            ApproachOption::getMonthlyCost,
            ApproachOption::getHorizonCost)
        .containsExactly(
            tuple(Approach.PROMPTING, 1.0, 0.0, 1000.0, 12_000.0),
            tuple(Approach.FEW_SHOT, 1.5, 0.0, 1500.0, 18_000.0),
            tuple(Approach.RAG, 1.3125, 700.0, 1352.5, 16_930.0),
            tuple(Approach.FINE_TUNING, 0.0, 500.0, 0.0, 500.0),
            tuple(Approach.FINE_TUNING_WITH_RAG, 1.0, 1200.0, 1040.0, 13_680.0));
    assertThat(recommendation.getOptions())
        .extracting(ApproachOption::getModelId)
        .containsOnly(Given.MODEL);
  }

  @Test
  void shouldLeaveOutWhatIsNotKnown() {
    Proposal bare = proposal();
    bare.setRetrieval(null);
    bare.getWorkload().setFewShotTokens(0);

    assertThat(approaches(evaluate(bare, prices())))
        .containsExactly(Approach.PROMPTING, Approach.FINE_TUNING);
    bare.setCandidateModels(List.of());
    assertThat(approaches(evaluate(bare, prices()))).containsExactly(Approach.PROMPTING);
    assertThat(approaches(evaluate(bare))).isEmpty();
  }

  @Test
  void shouldLeaveOutTheUntunedWaysOfARetiredReference() {
    ModelPricing retired = prices();
    retired.setRetiresAt(Given.NOW);

    assertThat(evaluate(proposal(), retired).getOptions()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "USE_PROMPTING, all given, 0, 1000",
    "USE_RAG, all given, 700, 1352.5",
    "USE_RAG, nothing given, , ",
    "FEW_SHOT, all given, 0, 1500",
    "FEW_SHOT, nothing given, 0, 1000",
    "FINE_TUNE, all given, 500, 0",
    "FINE_TUNE_WITH_RAG, all given, 1200, 1040",
    "FINE_TUNE_WITH_RAG, nothing given, 500, 0",
    "COLLECT_DATA, all given, 135, 1000",
    "UNDECIDED, all given, , "
  })
  void shouldTellWhatTheDecisionCosts(
      Decision decision, String given, Double upfront, Double monthly) {
    Proposal proposal = deciding(decision);
    if (given.startsWith("nothing")) {
      proposal.setRetrieval(null);
      proposal.getWorkload().setFewShotTokens(0);
    }

    Recommendation recommendation = evaluate(proposal, prices());

    assertThat(recommendation.getDecision()).isEqualTo(decision);
    assertThat(recommendation.getDecisionUpfrontCost()).isEqualTo(upfront);
    assertThat(recommendation.getDecisionMonthlyCost()).isEqualTo(monthly);
  }

  private static Proposal deciding(Decision decision) {
    Proposal proposal = proposal();
    switch (decision) {
      case USE_PROMPTING -> proposal.setPromptingSufficient(Answer.YES);
      case USE_RAG -> proposal.setRagSufficient(Answer.YES);
      case FEW_SHOT -> proposal.setNarrowTask(Answer.NO);
      case FINE_TUNE_WITH_RAG -> proposal.setNeeds(List.of(Need.DOMAIN_KNOWLEDGE));
      case UNDECIDED -> proposal.setNarrowTask(Answer.UNKNOWN);
      case COLLECT_DATA -> {
        proposal.getTrainingData().setExamples(20);
        proposal.getCosts().setPerExample(4.5);
      }
      case FINE_TUNE, OTHER -> {
        // As it is.
      }
    }
    return proposal;
  }

  private static List<Approach> approaches(Recommendation recommendation) {
    return recommendation.getOptions().stream().map(ApproachOption::getApproach).toList();
  }

  private static Proposal proposal() {
    Proposal proposal = saving1000AMonth(500).build();
    proposal.getWorkload().setFewShotTokens(500_000);
    proposal.setRetrieval(
        Retrieval.newBuilder()
            .setTokens(250_000)
            .setPerRequest(0.0625)
            .setPerMonth(40.0)
            .setUpfront(700.0)
            .build());
    return proposal;
  }

  /** Tuned inference for 3.75 per MTok. */
  private static ModelPricing prices() {
    return pricing(plainPeriod().build()).build();
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.days;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.policy;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.DataBand;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Risk;
import dev.tuneornot.model.Signal;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final ModelPricing OTHER = pricing().setModelId("openai/other").build();

  @Test
  void shouldPutEverythingTogether() {
    Proposal proposal =
        proposal().setNeeds(List.of(Need.LOW_LATENCY, Need.STYLE_OR_FORMAT)).build();

    Recommendation recommendation =
        Evaluator.evaluate(
            proposal, null, Given.book(pricing().build()), policy().setVersion("v7").build(), NOW);

    assertThat(recommendation.getProposalId()).isEqualTo("sql-generation");
    assertThat(recommendation.getPortfolio()).isEqualTo("platform");
    assertThat(recommendation.getTitle()).isEqualTo("SQL generation");
    assertThat(recommendation.getDecision()).isEqualTo(Decision.FINE_TUNE);
    assertThat(recommendation.getLeaf()).isEqualTo(Leaf.FINE_TUNE);
    assertThat(recommendation.getVerdict()).isEqualTo(Verdict.GO);
    assertThat(recommendation.getOpenQuestion()).isNull();
    assertThat(recommendation.getTrace()).hasSize(4);
    assertThat(recommendation.getDataBand()).isEqualTo(DataBand.GOOD);
    assertThat(recommendation.getMissingExamples()).isZero();
    assertThat(recommendation.getAssessment()).hasSize(3);
    assertThat(recommendation.getSignals())
        .containsExactly(Signal.CONSISTENT_FORMAT, Signal.SHORTER_PROMPTS, Signal.LOWER_LATENCY);
    assertThat(recommendation.getWarnings()).isEmpty();
    assertThat(recommendation.getRisks())
        .containsExactly(
            Risk.CATASTROPHIC_FORGETTING, Risk.TRAINING_DATA_ARTIFACTS, Risk.HARD_TO_EVALUATE);
    assertThat(recommendation.getNextSteps()).contains(NextStep.HOLD_OUT_EVALUATION_SET);
    assertThat(recommendation.getPolicyVersion()).isEqualTo("v7");
    assertThat(recommendation.getRulesVersion()).isEqualTo(Rules.VERSION);
    assertThat(recommendation.getEvaluatedAt()).isEqualTo(NOW);
    assertThat(recommendation.getValidUntil()).isEqualTo(days(90));
  }

  @Test
  void shouldKnowNoHistory() {
    Recommendation recommendation = evaluate(proposal().build(), pricing().build());

    assertThat(recommendation.getTrigger()).isEqualTo(Trigger.PROPOSAL);
    assertThat(recommendation.getTriggerKey()).isEqualTo("sql-generation");
    assertThat(recommendation.getPreviousVerdict()).isNull();
    assertThat(recommendation.getVerdictSince()).isEqualTo(NOW);
  }

  @Test
  void shouldPutTheBestCandidatesFiguresOnTop() {
    ModelPricing cheap =
        pricing(period().setTuning(Given.tuning().setTrainingPerMTok(1.0).build()).build())
            .setModelId("openai/cheap")
            .build();
    Proposal proposal =
        proposal()
            .setCandidateModels(List.of("openai/unknown", Given.MODEL, "openai/cheap"))
            .build();

    Recommendation recommendation = evaluate(proposal, pricing().build(), cheap);

    assertThat(recommendation.getCandidates())
        .extracting(CandidateEvaluation::getModelId)
        .containsExactly("openai/unknown", Given.MODEL, "openai/cheap");
    CandidateEvaluation best = recommendation.getCandidates().get(2);
    assertThat(recommendation.getBestModel()).isEqualTo("openai/cheap");
    assertThat(recommendation.getBestStatus()).isEqualTo(CandidateStatus.PAYS_BACK);
    assertThat(recommendation.getUpfrontCost()).isEqualTo(best.getUpfrontCost()).isNotNull();
    assertThat(recommendation.getMonthlySavings()).isEqualTo(best.getMonthlySavings()).isNotNull();
    assertThat(recommendation.getPaybackMonths()).isEqualTo(best.getPaybackMonths()).isNotNull();
    assertThat(recommendation.getBreakevenRequests())
        .isEqualTo(best.getBreakevenRequests())
        .isNotNull();
    assertThat(recommendation.getNetBenefit()).isEqualTo(best.getNetBenefit()).isNotNull();
    assertThat(recommendation.getRoi()).isEqualTo(best.getRoi()).isNotNull();
    assertThat(recommendation.getMinimumMonthlyRequests())
        .isEqualTo(best.getMinimumMonthlyRequests())
        .isNotNull();
    assertThat(recommendation.getBaselinePriceMargin())
        .isEqualTo(best.getBaselinePriceMargin())
        .isNotNull();
  }

  @Test
  void shouldHaveNoBestWhereNoneIsComputed() {
    Recommendation recommendation = evaluate(proposal().build());

    assertThat(recommendation.getVerdict()).isEqualTo(Verdict.PENDING_PRICE);
    assertThat(recommendation.getBestModel()).isNull();
    assertThat(recommendation.getBestStatus()).isNull();
    assertThat(recommendation.getUpfrontCost()).isNull();
    assertThat(recommendation.getBaselinePriceMargin()).isNull();
  }

  @Test
  void shouldWarnOfTheBestCandidatesPriceOnly() { // X7
    ModelPricing estimated =
        pricing().setModelId("openai/estimated").setConfidence(Confidence.ESTIMATE).build();
    Proposal worseFirst =
        proposal().setCandidateModels(List.of("openai/other", "openai/estimated")).build();
    Proposal estimatedFirst =
        proposal().setCandidateModels(List.of("openai/estimated", "openai/other")).build();

    assertThat(evaluate(worseFirst, pricing().build(), OTHER, estimated).getWarnings()).isEmpty();
    assertThat(evaluate(estimatedFirst, pricing().build(), OTHER, estimated).getWarnings())
        .containsExactly(Warning.UNCERTAIN_PRICE);
  }

  @Test
  void shouldComputeWhateverIsDecided() {
    Recommendation recommendation =
        evaluate(proposal().setPromptingSufficient(Answer.YES).build(), pricing().build());

    assertThat(recommendation.getVerdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(recommendation.getBestStatus()).isEqualTo(CandidateStatus.PAYS_BACK);
    assertThat(recommendation.getRisks()).isEmpty();
  }

  @Test
  void shouldManageWithTheDefaultsAlone() {
    Recommendation recommendation = evaluate(Proposal.newBuilder().setProposalId("p").build());

    assertThat(recommendation.getDecision()).isEqualTo(Decision.UNDECIDED);
    assertThat(recommendation.getVerdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(recommendation.getCandidates()).isEmpty();
    assertThat(recommendation.getValidUntil()).isNull();
  }

  @Test
  void shouldCutTheInstantToTheMillisecond() {
    Instant fine = NOW.plusNanos(1_999_999);

    assertThat(
            Evaluator.evaluate(proposal().build(), null, Given.book(), POLICY, fine)
                .getEvaluatedAt())
        .isEqualTo(NOW.plusMillis(1));
  }
}

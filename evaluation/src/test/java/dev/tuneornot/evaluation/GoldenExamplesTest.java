package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.candidate;
import static dev.tuneornot.evaluation.Given.costs;
import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static dev.tuneornot.evaluation.Given.tuning;
import static dev.tuneornot.evaluation.Given.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 11: the guide's own examples, and the same with everything counted. */
class GoldenExamplesTest {

  @Test
  void shouldBreakEvenByTheGuidesFormula() {
    ModelPricing pricing = pricing(period().setInputPerMTok(15.0).build()).build();

    assertThat(candidate(proposal().build(), pricing).getGuideBreakevenRequests()).isEqualTo(555);
  }

  @ParameterizedTest(name = "{0}: upfront {1}, {2} requests save {3} a month")
  @CsvSource({
    "small,  500,  10000,   150,   3.3333333333333335, 2.6",
    "medium, 2000, 100000,  1500,  1.3333333333333333, 8",
    "large,  5000, 1000000, 15000, 0.3333333333333333, 35",
  })
  void shouldReturnAsTheGuidesTableSays(
      String scenario, double upfront, long requests, double savings, double payback, double roi) {
    Proposal proposal =
        proposal()
            .setCosts(costs().setEngineering(upfront).build())
            .setWorkload(
                workload()
                    .setRequestsPerMonth(requests)
                    .setPromptTokens(1500)
                    .setRemovableTokens(1500)
                    .setOutputTokens(0)
                    .build())
            .build();
    ModelPricing pricing =
        pricing(
                period()
                    .setInputPerMTok(10.0)
                    .setTuning(tuning().setTrainingPerMTok(0.0).build())
                    .build())
            .build();

    CandidateEvaluation candidate = candidate(proposal, pricing);

    assertThat(candidate.getUpfrontCost()).isEqualTo(upfront);
    assertThat(candidate.getMonthlySavings()).isCloseTo(savings, within(1e-9));
    assertThat(candidate.getPaybackMonths()).isCloseTo(payback, within(1e-12));
    assertThat(candidate.getRoi()).isCloseTo(roi, within(1e-12));
  }

  @Test
  void shouldTakeAsLongAsTheGuidesTableSays() {
    Proposal proposal =
        proposal()
            .setWorkload(workload().setPromptTokens(3000).setRemovableTokens(2800).build())
            .build();

    CandidateEvaluation candidate = candidate(proposal, pricing().build());

    assertThat(candidate.getBaselineLatencyMs()).isCloseTo(800, within(1e-9));
    assertThat(candidate.getTunedLatencyMs()).isCloseTo(200, within(1e-9));
  }

  @Test
  void shouldAnswerCompanyQuestionsFromDocuments() {
    Recommendation faqBot =
        evaluate(
            Proposal.newBuilder()
                .setProposalId("faq-bot")
                .setPromptingSufficient(Answer.NO)
                .setRagSufficient(Answer.YES)
                .setNeeds(List.of(Need.DOMAIN_KNOWLEDGE, Need.FRESH_KNOWLEDGE))
                .build());

    assertThat(faqBot.getDecision()).isEqualTo(Decision.USE_RAG);
  }

  @Test
  void shouldTuneSqlGeneration() {
    Recommendation sql =
        evaluate(
            proposal().setNeeds(List.of(Need.STYLE_OR_FORMAT, Need.SPECIFIC_BEHAVIOR)).build());

    assertThat(sql.getDecision()).isEqualTo(Decision.FINE_TUNE);
  }

  @Test
  void shouldTuneMedicalCodingAndLookDefinitionsUp() {
    Recommendation coding =
        evaluate(
            proposal()
                .setNeeds(
                    List.of(Need.STYLE_OR_FORMAT, Need.DOMAIN_LANGUAGE, Need.DOMAIN_KNOWLEDGE))
                .build());

    assertThat(coding.getDecision()).isEqualTo(Decision.FINE_TUNE_WITH_RAG);
  }

  @ParameterizedTest(name = "{0}, {1} cached: {2}")
  @CsvSource({
    "gpt-4o,       0.0, 17648",
    "gpt-4o,       0.5, 31579",
    "gpt-4o,       0.8, 60000",
    "gpt-4.1-mini, 0.0, 93750",
    "gpt-4.1-mini, 0.5, ",
    "gpt-4o-mini,  0.0, 681",
    "gpt-4o-mini,  0.8, 881",
  })
  void shouldBreakEvenWithEverythingCounted(String model, double cachedShare, Long breakeven) {
    Proposal proposal =
        proposal()
            .setTrainingData(data().build())
            .setWorkload(workload().setCachedShare(cachedShare).build())
            .build();

    CandidateEvaluation candidate = candidate(proposal, priceOf(model));

    assertThat(candidate.getBreakevenRequests()).isEqualTo(breakeven);
    assertThat(candidate.getStatus() == CandidateStatus.NEVER).isEqualTo(breakeven == null);
  }

  /** The baseline is gpt-4o unless the model says otherwise; prices as read in spring 2026. */
  private static ModelPricing priceOf(String model) {
    return switch (model) {
      case "gpt-4o" -> pricing().build();
      case "gpt-4o-mini" ->
          pricing(
                  period()
                      .setTuning(
                          tuning()
                              .setTrainingPerMTok(3.0)
                              .setInputPerMTok(0.3)
                              .setOutputPerMTok(1.2)
                              .build())
                      .build())
              .build();
      case "gpt-4.1-mini" ->
          pricing(
                  period()
                      .setInputPerMTok(0.4)
                      .setCachedInputPerMTok(0.1)
                      .setOutputPerMTok(1.6)
                      .setTuning(
                          tuning()
                              .setTrainingPerMTok(5.0)
                              .setInputPerMTok(0.8)
                              .setOutputPerMTok(3.2)
                              .build())
                      .build())
              .build();
      default -> throw new IllegalArgumentException(model);
    };
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.candidate;
import static dev.tuneornot.evaluation.Given.costs;
import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.policy;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static dev.tuneornot.evaluation.Given.tuning;
import static dev.tuneornot.evaluation.Given.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E1 to E18, worked out by hand. */
class CandidateEconomicsTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @ParameterizedTest(name = "E1, E2: share {0} cached at {1}: {2}")
  @CsvSource({
    "0.0, 1.25, 0.007", // (2000 * 2.5 + 200 * 10) / 1e6
    "0.5, 1.25, 0.0060625", // (1250 * 2.5 + 750 * 1.25 + 200 * 10) / 1e6
    "1.0, 1.25, 0.005125", // (500 * 2.5 + 1500 * 1.25 + 200 * 10) / 1e6
    "1.0, 0.0,  0.00325", // (500 * 2.5 + 200 * 10) / 1e6
    "0.5, ,     0.007", // the cached price is not known: the full one
  })
  void shouldPriceABaselineRequest(double share, Double cachedInput, double expected) {
    CandidateEvaluation candidate =
        withWorkload(
            workload().setCachedShare(share),
            pricing(period().setCachedInputPerMTok(cachedInput).build()).build());

    assertThat(candidate.getBaselineCostPerRequest()).isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest(name = "E3: tuned output {0}: {1}")
  @CsvSource({
    ",    0.004875", // (500 * 3.75 + 200 * 15) / 1e6
    "200, 0.004875",
    "40,  0.002475", // (500 * 3.75 + 40 * 15) / 1e6
    "0,   0.001875",
  })
  void shouldPriceATunedRequest(Integer tunedOutputTokens, double expected) {
    CandidateEvaluation candidate =
        withWorkload(workload().setTunedOutputTokens(tunedOutputTokens), pricing().build());

    assertThat(candidate.getTunedCostPerRequest()).isCloseTo(expected, ROUNDING);
  }

  @Test
  void shouldSaveTheDifference() { // E4
    assertThat(candidate(proposal().build(), pricing().build()).getSavingsPerRequest())
        .isCloseTo(0.002125, ROUNDING);
  }

  @Test
  void shouldTrainOnEveryTokenInEveryEpoch() { // E5
    assertThat(candidate(proposal().build(), pricing().build()).getTrainingTokens())
        .isEqualTo(1_500_000);
  }

  @Test
  void shouldCountTokensBeyondTheRangeOfIntegers() { // E5
    Proposal proposal =
        proposal()
            .setTrainingData(
                data()
                    .setExamples(Integer.MAX_VALUE)
                    .setAvgTokensPerExample(Integer.MAX_VALUE)
                    .setEpochs(100)
                    .build())
            .build();

    assertThat(candidate(proposal, pricing().build()).getTrainingTokens())
        .isEqualTo((double) Integer.MAX_VALUE * Integer.MAX_VALUE * 100);
  }

  @ParameterizedTest(name = "E6: {0} per MTok, {1} hours at {2}, at least {3}: {4}")
  @CsvSource({
    "25, ,  ,    0,  37.5",
    "25, ,  ,    40, 40",
    "25, 2, ,    0,  37.5",
    "25, ,  100, 0,  37.5",
    "25, 2, 100, 0,  237.5",
    ",   2, 100, 0,  200",
    ",   0, 100, 4,  4",
    "0,  ,  ,    0,  0",
  })
  void shouldPriceTheTraining(
      Double perMTok, Double hours, Double perHour, double minimum, double expected) {
    Tuning tuning =
        tuning()
            .setTrainingPerMTok(perMTok)
            .setTrainingPerHour(perHour)
            .setMinimumCharge(minimum)
            .build();
    Proposal proposal = proposal().setTrainingData(data().setTrainingHours(hours).build()).build();

    assertThat(candidate(proposal, with(tuning)).getTrainingCost()).isCloseTo(expected, ROUNDING);
  }

  @Test
  void shouldAddTheOneOffCosts() { // E7
    Proposal proposal =
        proposal()
            .setCosts(
                costs().setDataPreparation(1000).setEngineering(200).setEvaluation(30).build())
            .build();

    assertThat(candidate(proposal, pricing().build()).getUpfrontCost()).isEqualTo(1267.5);
  }

  @Test
  void shouldHostForTheHoursOfAMonthAndStore() { // E8
    Tuning tuning = tuning().setHostingPerHour(1.7).setStoragePerMonth(2).build();

    assertThat(candidate(proposal().build(), with(tuning)).getMonthlyFixedCost())
        .isCloseTo(1243, ROUNDING);
  }

  @ParameterizedTest(name = "E9: every {0} months: {1}")
  @CsvSource({", 0", "6, 6.25", "0.5, 75"})
  void shouldSpreadRetraining(Double every, double expected) {
    Proposal proposal = proposal().setCosts(costs().setRetrainEveryMonths(every).build()).build();

    assertThat(candidate(proposal, pricing().build()).getMonthlyRetrainingCost())
        .isEqualTo(expected);
  }

  @Test
  void shouldSubtractWhatTuningCostsAMonth() { // E10
    Proposal proposal = proposal().setCosts(costs().setRetrainEveryMonths(6.0).build()).build();
    Tuning tuning = tuning().setStoragePerMonth(2).build();

    assertThat(candidate(proposal, with(tuning)).getMonthlySavings())
        .isCloseTo(212.5 - 2 - 6.25, within(1e-10));
  }

  @Test
  void shouldPayBack() { // E11, E12
    CandidateEvaluation candidate = candidate(proposal().build(), pricing().build());

    assertThat(candidate.getPaybackMonths()).isCloseTo(37.5 / 212.5, ROUNDING);
    assertThat(candidate.getBreakevenRequests()).isEqualTo(17648); // 37.5 / 0.002125 = 17647.06
  }

  @Test
  void shouldNotPayBackWithoutSavings() { // E11, E12
    CandidateEvaluation candidate =
        withWorkload(workload().setRemovableTokens(0), pricing().build());

    assertThat(candidate.getMonthlySavings()).isNegative();
    assertThat(candidate.getPaybackMonths()).isNull();
    assertThat(candidate.getBreakevenRequests()).isNull();
  }

  @ParameterizedTest(name = "E13, E14: candidate retires in {0} months, baseline in {1}: {2}, {3}")
  @CsvSource({
    ",   ,   ,   12",
    "20, ,   20, 12",
    "12, ,   12, 12",
    "6,  ,   6,  6",
    ",   6,  6,  6",
    "6,  20, 6,  6",
    "20, 6,  6,  6",
  })
  void shouldEndTheHorizonAtTheEarlierRetirement(
      Integer candidateMonths, Integer baselineMonths, Double left, double horizon) {
    ModelPricing candidatePrice = retiring(candidateMonths, Given.MODEL);
    ModelPricing baselinePrice = retiring(baselineMonths, "openai/baseline");
    Proposal proposal = proposal().setBaselineModel("openai/baseline").build();

    CandidateEvaluation candidate =
        evaluate(proposal, candidatePrice, baselinePrice).getCandidates().get(0);

    assertThat(candidate.getMonthsToRetirement()).isEqualTo(left);
    assertThat(candidate.getHorizonMonths()).isEqualTo(horizon);
    assertThat(candidate.getNetBenefit()) // E15
        .isCloseTo(212.5 * horizon - 37.5, within(1e-9));
    assertThat(candidate.getRoi()).isCloseTo((212.5 * horizon - 37.5) / 37.5, within(1e-9)); // E16
  }

  private static ModelPricing retiring(Integer months, String model) {
    return pricing()
        .setModelId(model)
        .setRetiresAt(months == null ? null : NOW.plusMillis(months * EpochMillis.MONTH))
        .build();
  }

  @Test
  void shouldHaveNoReturnOnNothing() { // E16
    CandidateEvaluation candidate =
        candidate(proposal().build(), with(tuning().setTrainingPerMTok(0.0).build()));

    assertThat(candidate.getUpfrontCost()).isZero();
    assertThat(candidate.getRoi()).isNull();
    assertThat(candidate.getPaybackMonths()).isZero();
    assertThat(candidate.getBreakevenRequests()).isZero();
  }

  @ParameterizedTest(name = "E17: {0} per MTok, {1} removable at {2}: {3}")
  @CsvSource({
    "25, 1500, 2.5, 3333", // 12.5 / 0.00375 = 3333.3
    "24, 1500, 2.5, 3200", // 12 / 0.00375
    "0,  1500, 2.5, 0",
    ",   1500, 2.5, ",
    "25, 0,    2.5, ",
    "25, 1500, 0,   ",
  })
  void shouldKeepTheGuidesFormula(
      Double perMTok, int removable, double input, Long guideBreakeven) {
    Tuning tuning = tuning().setTrainingPerMTok(perMTok).setTrainingPerHour(1.0).build();
    ModelPricing pricing =
        pricing(period().setInputPerMTok(input).setTuning(tuning).build()).build();
    Proposal proposal =
        proposal()
            .setTrainingData(data().setTrainingHours(1.0).build())
            .setWorkload(workload().setRemovableTokens(removable).build())
            .build();

    assertThat(candidate(proposal, pricing).getGuideBreakevenRequests()).isEqualTo(guideBreakeven);
  }

  @Test
  void shouldTellTheLatency() { // E18
    Policy policy = policy().setLatencyBaseMs(100).setLatencyPerTokenMs(0.5).build();

    CandidateEvaluation candidate =
        Evaluator.evaluate(proposal().build(), null, Given.book(pricing().build()), policy, NOW)
            .getCandidates()
            .get(0);

    assertThat(candidate.getBaselineLatencyMs()).isEqualTo(1100);
    assertThat(candidate.getTunedLatencyMs()).isEqualTo(350);
  }

  @Test
  void shouldNeverSayMinusZero() {
    Tuning dearer = tuning().setTrainingPerMTok(0.0).setInputPerMTok(1e9).build();

    CandidateEvaluation candidate = // -0.0 = 0 requests * a loss
        candidate(
            proposal().setWorkload(workload().setRequestsPerMonth(0).build()).build(),
            with(dearer));

    assertThat(candidate.getSavingsPerRequest()).isNegative();
    assertThat(candidate.getMonthlySavings()).isEqualTo(Double.valueOf(0.0));
    assertThat(candidate.getNetBenefit()).isEqualTo(Double.valueOf(0.0));
  }

  @Test
  void shouldStayFiniteWhereAQuotientLeavesTheRangeOfDoubles() {
    Proposal proposal =
        proposal().setCosts(costs().setEngineering(Double.MIN_VALUE).build()).build();

    CandidateEvaluation candidate =
        candidate(proposal, with(tuning().setTrainingPerMTok(0.0).build()));

    assertThat(candidate.getUpfrontCost()).isEqualTo(Double.MIN_VALUE);
    assertThat(candidate.getRoi()).isEqualTo(Double.MAX_VALUE);
  }

  private static CandidateEvaluation withWorkload(Workload.Builder workload, ModelPricing pricing) {
    return candidate(proposal().setWorkload(workload.build()).build(), pricing);
  }

  private static ModelPricing with(Tuning tuning) {
    return pricing(period().setTuning(tuning).build()).build();
  }
}

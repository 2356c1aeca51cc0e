package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.LONG_AGO;
import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.candidate;
import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.days;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.plainPeriod;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static dev.tuneornot.evaluation.Given.saving1000AMonth;
import static dev.tuneornot.evaluation.Given.tuning;
import static dev.tuneornot.evaluation.Given.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Tuning;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of statuses (section 5). */
class CandidateStatusTest {
  private static final String BASELINE = "openai/baseline";
  private static final Instant LATER = days(1);

  /**
   * Each row meets its own condition and as many of the later rows' as it can, but none of the
   * earlier ones', so that a row in the wrong place shows.
   */
  static Stream<Arguments> rows() {
    Tuning unknownTuning =
        tuning().setTrainingPerMTok(null).setInputPerMTok(null).setOutputPerMTok(null).build();
    PricePeriod future = period().setEffectiveFrom(LATER).build();
    PricePeriod untunable = period().setTuning(null).build();
    PricePeriod unpriced = period().setTuning(unknownTuning).build();
    PricePeriod costly = period().setTuning(tuning().setHostingPerHour(1e6).build()).build();
    return Stream.of(
        arguments(
            CandidateStatus.RETIRED,
            pricing(future).setRetiresAt(NOW).setTuningClosesAt(NOW).build(),
            baseline(future).setRetiresAt(NOW).build()),
        arguments(
            CandidateStatus.TUNING_CLOSED,
            pricing(future).setTuningClosesAt(NOW).build(),
            baseline(future).setRetiresAt(NOW).build()),
        arguments(
            CandidateStatus.BASELINE_RETIRED,
            pricing(future).build(),
            baseline(future).setRetiresAt(NOW).build()),
        arguments(CandidateStatus.UNPRICED, pricing(untunable).build(), baseline(future).build()),
        arguments(
            CandidateStatus.UNPRICED, pricing(future).build(), baseline(period().build()).build()),
        arguments(
            CandidateStatus.NOT_TUNABLE,
            pricing(untunable).build(),
            baseline(period().setInputPerMTok(null).build()).build()),
        arguments(
            CandidateStatus.UNPRICED,
            pricing(unpriced).build(),
            baseline(period().build()).setRetiresAt(LATER).build()),
        arguments(
            CandidateStatus.NEVER,
            pricing(costly).setRetiresAt(NOW.plusMillis(1)).build(),
            baseline(period().build()).build()),
        arguments(
            CandidateStatus.RETIRES_FIRST,
            pricing(slow()).setRetiresAt(days(300)).build(),
            baseline(period().build()).build()),
        arguments(
            CandidateStatus.TOO_SLOW,
            pricing(slow()).setRetiresAt(days(600)).build(),
            baseline(period().build()).build()),
        arguments(
            CandidateStatus.PAYS_BACK, pricing().build(), baseline(period().build()).build()));
  }

  /** Pays back after 2550 / 212.5 = 12 months and the training. */
  private static PricePeriod slow() {
    return period().setTuning(tuning().setMinimumCharge(2551).build()).build();
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("rows")
  void shouldTakeTheFirstRowThatApplies(
      CandidateStatus status, ModelPricing candidate, ModelPricing baseline) {
    Proposal proposal = proposal().setBaselineModel(BASELINE).build();

    assertThat(evaluate(proposal, candidate, baseline).getCandidates().get(0).getStatus())
        .isEqualTo(status);
  }

  private static ModelPricing.Builder baseline(PricePeriod period) {
    return pricing(period).setModelId(BASELINE);
  }

  @Test
  void shouldCarryNoFiguresUnlessComputed() {
    CandidateEvaluation closed =
        candidate(proposal().build(), pricing().setTuningClosesAt(NOW).build());

    assertThat(closed).isEqualTo(Given.candidate(CandidateStatus.TUNING_CLOSED));
  }

  @Test
  void shouldBeUnpricedWithoutABaseline() {
    Proposal proposal = proposal().setBaselineModel(null).build();

    assertThat(candidate(proposal, pricing().build()).getStatus())
        .isEqualTo(CandidateStatus.UNPRICED);
  }

  @Test
  void shouldBeUnpricedWhereThePriceIsNotKnown() {
    assertThat(evaluate(proposal().build()).getCandidates().get(0).getStatus())
        .isEqualTo(CandidateStatus.UNPRICED);
    assertThat(
            evaluate(proposal().setBaselineModel(BASELINE).build(), pricing().build())
                .getCandidates()
                .get(0)
                .getStatus())
        .isEqualTo(CandidateStatus.UNPRICED);
  }

  @Test
  void shouldSayThatAClosedCandidateIsClosedEvenWithoutABaseline() {
    Proposal proposal = proposal().setBaselineModel(null).build();

    assertThat(candidate(proposal, pricing().setTuningClosesAt(NOW).build()).getStatus())
        .isEqualTo(CandidateStatus.TUNING_CLOSED);
  }

  static Stream<Arguments> missingPrices() {
    return Stream.of(
        arguments("baseline's input", period().setInputPerMTok(null)),
        arguments("baseline's output", period().setOutputPerMTok(null)),
        arguments("tuned input", period().setTuning(tuning().setInputPerMTok(null).build())),
        arguments("tuned output", period().setTuning(tuning().setOutputPerMTok(null).build())),
        arguments("training", period().setTuning(tuning().setTrainingPerMTok(null).build())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missingPrices")
  void shouldBeUnpricedWhereAPriceIsMissing(String what, PricePeriod.Builder period) {
    assertThat(candidate(proposal().build(), pricing(period.build()).build()).getStatus())
        .isEqualTo(CandidateStatus.UNPRICED);
  }

  @ParameterizedTest(name = "per MTok {0}, per hour {1}, hours {2}: {3}")
  @CsvSource({
    "25, ,    ,  PAYS_BACK",
    "25, 100, ,  PAYS_BACK",
    "  , 100, 1, PAYS_BACK",
    "  , 100, ,  UNPRICED",
    "  , ,    1, UNPRICED",
  })
  void shouldNeedATrainingPriceThatCanBeComputed(
      Double perMTok, Double perHour, Double hours, CandidateStatus status) {
    Tuning tuning = tuning().setTrainingPerMTok(perMTok).setTrainingPerHour(perHour).build();
    Proposal proposal = proposal().setTrainingData(data().setTrainingHours(hours).build()).build();

    assertThat(candidate(proposal, pricing(period().setTuning(tuning).build()).build()).getStatus())
        .isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} ms after: {1} {2} {3}")
  @CsvSource({
    "-1, RETIRES_FIRST, PAYS_BACK,     RETIRES_FIRST",
    "0,  RETIRED,       TUNING_CLOSED, BASELINE_RETIRED",
    "1,  RETIRED,       TUNING_CLOSED, BASELINE_RETIRED",
  })
  void shouldTurnAtTheVeryInstant(
      int millisAfter, CandidateStatus retired, CandidateStatus closed, CandidateStatus baseline) {
    Instant instant = NOW.minusMillis(millisAfter);
    Proposal proposal = proposal().setBaselineModel(BASELINE).build();
    ModelPricing price = pricing().build();
    ModelPricing other = baseline(period().build()).build();
    ModelPricing otherRetired = baseline(period().build()).setRetiresAt(instant).build();

    assertThat(status(proposal, pricing().setRetiresAt(instant).build(), other)).isEqualTo(retired);
    assertThat(status(proposal, pricing().setTuningClosesAt(instant).build(), other))
        .isEqualTo(closed);
    assertThat(status(proposal, price, otherRetired)).isEqualTo(baseline);
  }

  @ParameterizedTest(name = "{0} ms after it takes effect: {1}")
  @CsvSource({"-1, PAYS_BACK", "0, NOT_TUNABLE", "1, NOT_TUNABLE"})
  void shouldTakeThePriceInForce(int millisAfter, CandidateStatus status) {
    ModelPricing pricing =
        pricing(
                period().setEffectiveFrom(LONG_AGO).build(),
                period().setEffectiveFrom(NOW.minusMillis(millisAfter)).setTuning(null).build())
            .build();

    assertThat(candidate(proposal().build(), pricing).getStatus()).isEqualTo(status);
  }

  @Test
  void shouldNeverPayBackWhereNothingIsSaved() { // monthlySavings is exactly 0
    Proposal idle = proposal().setWorkload(workload().setRequestsPerMonth(0).build()).build();

    assertThat(candidate(idle, pricing().build()).getStatus()).isEqualTo(CandidateStatus.NEVER);
  }

  @ParameterizedTest(name = "engineering {0}: {1}")
  @CsvSource({"12000, PAYS_BACK", "12000.01, TOO_SLOW"})
  void shouldBeInTimeAtTheVeryLimit(double engineering, CandidateStatus status) {
    assertThat(
            candidate(saving1000AMonth(engineering).build(), pricing(plainPeriod().build()).build())
                .getStatus())
        .isEqualTo(status);
  }

  @ParameterizedTest(name = "retires {0} ms after it has paid back: {1}")
  @CsvSource({"-1, RETIRES_FIRST", "0, PAYS_BACK", "1, PAYS_BACK"})
  void shouldPayBackUntilTheVeryRetirement(int millis, CandidateStatus status) {
    Instant paidBack = NOW.plusMillis(3 * EpochMillis.MONTH);
    ModelPricing pricing =
        pricing(plainPeriod().build()).setRetiresAt(paidBack.plusMillis(millis)).build();

    assertThat(candidate(saving1000AMonth(3000).build(), pricing).getStatus()).isEqualTo(status);
  }

  private static CandidateStatus status(
      Proposal proposal, ModelPricing candidate, ModelPricing baseline) {
    List<CandidateEvaluation> candidates = evaluate(proposal, candidate, baseline).getCandidates();
    return candidates.get(0).getStatus();
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.days;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.plainPeriod;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static dev.tuneornot.evaluation.Given.saving1000AMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValidityTest {
  private static final String BASELINE = "openai/baseline";
  private static final Instant SOON = days(7);

  static Stream<Arguments> sources() {
    return Stream.of(
        arguments("nothing", timeless(), timelessBaseline(), null),
        arguments("candidate's next price", changing(SOON), timelessBaseline(), SOON),
        arguments("baseline's next price", timeless(), changing(SOON).setModelId(BASELINE), SOON),
        arguments("a price from now on", changing(NOW), timelessBaseline(), null),
        arguments("tuning closes", timeless().setTuningClosesAt(SOON), timelessBaseline(), SOON),
        arguments(
            "tuning closes soon from then on",
            timeless().setTuningClosesAt(SOON.plus(Duration.ofDays(90))),
            timelessBaseline(),
            SOON),
        arguments(
            "tuning closed just now", timeless().setTuningClosesAt(NOW), timelessBaseline(), null),
        arguments(
            "baseline's tuning closes",
            timeless(),
            timelessBaseline().setTuningClosesAt(SOON),
            null),
        arguments("candidate is stale", observed(timeless()), timelessBaseline(), SOON),
        arguments("baseline is stale", timeless(), observed(timelessBaseline()), SOON),
        arguments(
            "stale from now on",
            timeless().setObservedAt(days(-90)),
            timelessBaseline().setObservedAt(days(-90)),
            null),
        arguments("candidate retired", timeless().setRetiresAt(NOW), timelessBaseline(), null),
        arguments("baseline retired", timeless(), timelessBaseline().setRetiresAt(NOW), null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void shouldEndWhereSomethingMayChange(
      String what,
      ModelPricing.Builder candidate,
      ModelPricing.Builder baseline,
      @Nullable Instant expected) {
    assertThat(evaluate(saving(), candidate.build(), baseline.build()).getValidUntil())
        .isEqualTo(expected);
  }

  @Test
  void shouldEndWhereItNoLongerPaysBackBeforeRetirement() {
    Instant retires = days(300);
    ModelPricing candidate = timeless().setRetiresAt(retires).build();
    Proposal proposal = saving();

    Recommendation now = evaluate(proposal, candidate, timelessBaseline().build());

    Instant lastGoodInstant = retires.minusMillis(4 * EpochMillis.MONTH);
    assertThat(now.getBestStatus()).isEqualTo(CandidateStatus.PAYS_BACK);
    assertThat(now.getPaybackMonths()).isEqualTo(4);
    assertThat(now.getValidUntil()).isEqualTo(lastGoodInstant.plusMillis(1));
    assertThat(status(proposal, candidate, lastGoodInstant)).isEqualTo(CandidateStatus.PAYS_BACK);
    assertThat(status(proposal, candidate, lastGoodInstant.plusMillis(1)))
        .isEqualTo(CandidateStatus.RETIRES_FIRST);
  }

  @Test
  void shouldEndWhereTheBaselineRetiresTooSoon() {
    ModelPricing baseline = timelessBaseline().setRetiresAt(days(300)).build();

    assertThat(evaluate(saving(), timeless().build(), baseline).getValidUntil())
        .isEqualTo(days(300).minusMillis(4 * EpochMillis.MONTH).plusMillis(1));
  }

  @Test
  void shouldEndWhereATooSlowCandidateRetiresFirst() {
    Proposal slow = saving1000AMonth(20_000).setBaselineModel(BASELINE).build();
    ModelPricing candidate = timeless().setRetiresAt(days(700)).build();

    Recommendation now = evaluate(slow, candidate, timelessBaseline().build());

    assertThat(now.getBestStatus()).isEqualTo(CandidateStatus.TOO_SLOW);
    assertThat(now.getValidUntil())
        .isEqualTo(days(700).minusMillis(20 * EpochMillis.MONTH).plusMillis(1));
  }

  @Test
  void shouldEndAtRetirementWhereItRetiresFirstAnyway() {
    ModelPricing candidate = timeless().setRetiresAt(days(10)).build();

    Recommendation now = evaluate(saving(), candidate, timelessBaseline().build());

    assertThat(now.getBestStatus()).isEqualTo(CandidateStatus.RETIRES_FIRST);
    assertThat(now.getValidUntil()).isEqualTo(days(10));
  }

  @Test
  void shouldEndAtTheEarliestOfAll() {
    ModelPricing candidate =
        changing(days(40)).setTuningClosesAt(days(30)).setRetiresAt(days(20)).build();
    ModelPricing baseline = timelessBaseline().setRetiresAt(days(50)).setObservedAt(NOW).build();

    assertThat(evaluate(saving(), candidate, baseline).getValidUntil()).isEqualTo(days(20));
  }

  @Test
  void shouldCountTheBaselineWithoutAnyCandidate() {
    Proposal proposal = proposal().setBaselineModel(BASELINE).setCandidateModels(List.of()).build();

    assertThat(evaluate(proposal, timelessBaseline().setRetiresAt(SOON).build()).getValidUntil())
        .isEqualTo(SOON);
  }

  @Test
  void shouldNotTurnOverWithAbsurdDates() {
    Instant lastMillisecond = Instant.ofEpochMilli(Long.MAX_VALUE - 1);
    Instant firstMillisecond = Instant.ofEpochMilli(Long.MIN_VALUE);

    Recommendation late =
        evaluate(
            saving(),
            timeless().setObservedAt(lastMillisecond).build(),
            timelessBaseline().setRetiresAt(lastMillisecond).build());
    Recommendation early =
        evaluate(
            saving(),
            timeless().setObservedAt(firstMillisecond).build(),
            timelessBaseline().setTuningClosesAt(firstMillisecond).build());

    assertThat(late.getWarnings()).isEmpty();
    assertThat(late.getBestStatus()).isEqualTo(CandidateStatus.PAYS_BACK);
    assertThat(late.getValidUntil()).isAfter(NOW);
    assertThat(early.getWarnings()).containsExactly(Warning.STALE_PRICE);
    assertThat(early.getValidUntil()).isNull();
  }

  /** Pays back in 4 months exactly. */
  private static Proposal saving() {
    return saving1000AMonth(4000).setBaselineModel(BASELINE).build();
  }

  private static ModelPricing.Builder timeless() {
    return pricing(plainPeriod().build()).setObservedAt(null);
  }

  private static ModelPricing.Builder timelessBaseline() {
    return timeless().setModelId(BASELINE);
  }

  private static ModelPricing.Builder changing(Instant next) {
    return pricing(plainPeriod().build(), period().setEffectiveFrom(next).build())
        .setObservedAt(null);
  }

  private static ModelPricing.Builder observed(ModelPricing.Builder pricing) {
    return pricing.setObservedAt(SOON.minus(Duration.ofDays(90)));
  }

  private static CandidateStatus status(Proposal proposal, ModelPricing candidate, Instant at) {
    return Evaluator.evaluate(
            proposal, null, Given.book(candidate, timelessBaseline().build()), Given.POLICY, at)
        .getBestStatus();
  }
}

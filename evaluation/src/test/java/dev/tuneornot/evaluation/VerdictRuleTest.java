package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictRuleTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Decision.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FINE_TUNE", "FINE_TUNE_WITH_RAG"})
  void shouldNotApplyWhereTuningIsNotDecided(Decision decision) {
    assertThat(
            VerdictRule.verdict(
                decision,
                List.of(),
                best(CandidateStatus.PAYS_BACK, EpochMillis.NEVER),
                NeedSet.of(),
                List.of(),
                POLICY,
                NOW.toEpochMilli()))
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'',                                          PENDING_PRICE",
    "UNPRICED,                                    PENDING_PRICE",
    "RETIRED UNPRICED,                            PENDING_PRICE",
    "UNPRICED NOT_TUNABLE,                        PENDING_PRICE",
    "RETIRED,                                     NO_GO",
    "TUNING_CLOSED,                               NO_GO",
    "BASELINE_RETIRED,                            NO_GO",
    "NOT_TUNABLE,                                 NO_GO",
    "RETIRED TUNING_CLOSED NOT_TUNABLE,           NO_GO",
  })
  void shouldWaitForAPriceOrGiveUpWhereNoneIsComputed(String statuses, Verdict expected) {
    for (Decision decision : List.of(Decision.FINE_TUNE, Decision.FINE_TUNE_WITH_RAG)) {
      assertThat(verdict(decision, statuses, null, NeedSet.of(), List.of())).isEqualTo(expected);
    }
  }

  @Test
  void shouldNotWaitForAPriceWhereAnotherCandidateIsComputed() {
    assertThat(
            verdict(
                Decision.FINE_TUNE,
                "UNPRICED PAYS_BACK",
                CandidateStatus.PAYS_BACK,
                NeedSet.of(),
                List.of()))
        .isEqualTo(Verdict.GO);
  }

  @ParameterizedTest(name = "best {0}, warnings: {1}: {2}")
  @CsvSource({
    "PAYS_BACK,     false, GO",
    "PAYS_BACK,     true,  CAUTION",
    "TOO_SLOW,      false, CAUTION",
    "TOO_SLOW,      true,  CAUTION",
    "RETIRES_FIRST, false, NO_GO",
    "RETIRES_FIRST, true,  NO_GO",
    "NEVER,         false, NO_GO",
    "NEVER,         true,  NO_GO",
  })
  void shouldFollowFromTheBestAndTheWarnings(
      CandidateStatus best, boolean warned, Verdict expected) {
    List<Warning> warnings = warned ? List.of(Warning.STALE_PRICE) : List.of();

    assertThat(verdict(Decision.FINE_TUNE, best.toString(), best, NeedSet.of(), warnings))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "never pays back, needs {0}")
  @EnumSource(value = Need.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldAllowALossForWhatMoneyDoesNotMeasure(Need need) {
    Verdict expected =
        switch (need) {
          case STYLE_OR_FORMAT, SPECIFIC_BEHAVIOR, LOW_LATENCY, DOMAIN_LANGUAGE -> Verdict.CAUTION;
          case DOMAIN_KNOWLEDGE, FRESH_KNOWLEDGE, LOW_COST_PER_REQUEST, SOURCE_ATTRIBUTION, OTHER ->
              Verdict.NO_GO;
        };

    for (CandidateStatus best : List.of(CandidateStatus.NEVER, CandidateStatus.RETIRES_FIRST)) {
      assertThat(verdict(Decision.FINE_TUNE, best.toString(), best, NeedSet.of(need), List.of()))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}, {1} days before: {2}")
  @CsvSource({
    "RETIRES_FIRST, 90, NO_GO",
    "RETIRES_FIRST, 91, CAUTION",
    "NEVER,         90, CAUTION",
    "TOO_SLOW,      90, CAUTION",
  })
  void shouldGiveUpWhereItRetiresFirstAndSoon(CandidateStatus status, int days, Verdict expected) {
    assertThat(
            VerdictRule.verdict(
                Decision.FINE_TUNE,
                List.of(Given.candidate(status)),
                best(status, days(days).toEpochMilli()),
                NeedSet.of(Need.STYLE_OR_FORMAT),
                List.of(),
                POLICY,
                NOW.toEpochMilli()))
        .isEqualTo(expected);
  }

  private static Best best(CandidateStatus status, long end) {
    ModelPrices prices = ModelPrices.at(0, Given.MODEL, null, null, POLICY);
    return new Best(Given.candidate(status), prices, prices, false, end);
  }

  private static Verdict verdict(
      Decision decision,
      String statuses,
      @Nullable CandidateStatus best,
      NeedSet needs,
      List<Warning> warnings) {
    return VerdictRule.verdict(
        decision,
        statuses.isEmpty()
            ? List.of()
            : List.of(statuses.split(" ")).stream()
                .map(status -> Given.candidate(CandidateStatus.valueOf(status)))
                .toList(),
        best == null ? null : best(best, EpochMillis.NEVER),
        needs,
        warnings,
        POLICY,
        NOW.toEpochMilli());
  }
}

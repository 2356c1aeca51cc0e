package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.candidate;
import static dev.tuneornot.evaluation.Given.costs;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.policy;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static dev.tuneornot.evaluation.Given.tuning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityTest {

  @Test
  void shouldRequireTheUpfrontCostInTimeAndTheMonthlyCosts() { // F1
    assertThat(Sensitivity.required(1200, 30, 4, policy().setMaxPaybackMonths(6).build()))
        .isEqualTo(234);
  }

  @ParameterizedTest(name = "F2: {0} required, {1} saved a request: {2}")
  @CsvSource({
    "234,   0.5,   468",
    "234.1, 0.5,   469",
    "0.3,   0.1,   3", // 2.9999999999999996
    "0,     0.5,   1",
    "0.1,   0.5,   1",
    "1e18,  1e-18, 9223372036854775807",
    "234,   0,     ",
    "234,   -0.5,  ",
  })
  void shouldTellTheVolumeThatPaysBackInTime(double required, double savings, Long expected) {
    assertThat(Sensitivity.minimumMonthlyRequests(required, savings)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "F3: {0} required by {1} requests, tuned {2}, baseline {3}: {4}")
  @CsvSource({
    "100, 1000, 0.1, 0.4, 0.5", // 1 - (0.1 + 0.1) / 0.4
    "100, 1000, 0.3, 0.4, 0.0",
    "300, 1000, 0.3, 0.4, -0.5", // 1 - 0.6 / 0.4
    "100, 0,    0.1, 0.4, ",
    "100, 1000, 0.1, 0,   ",
  })
  void shouldTellHowFarPricesMayFall(
      double required, double requests, double tuned, double baseline, Double expected) {
    Double margin = Sensitivity.baselinePriceMargin(required, requests, tuned, baseline);

    if (expected == null) {
      assertThat(margin).isNull();
    } else {
      assertThat(margin).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void shouldBeTakenOfEveryComputedCandidate() {
    Proposal proposal =
        proposal()
            .setCosts(costs().setEngineering(1162.5).setRetrainEveryMonths(6.0).build())
            .build();

    CandidateEvaluation candidate =
        candidate(
            proposal,
            pricing(period().setTuning(tuning().setStoragePerMonth(2).build()).build()).build());

    // 1200 / 12 + 2 + 6.25 = 108.25 a month; 0.002125 saved, 0.007 and 0.004875 paid a request
    assertThat(candidate.getMinimumMonthlyRequests()).isEqualTo(50942);
    assertThat(candidate.getBaselinePriceMargin())
        .isCloseTo(1 - (0.004875 + 108.25 / 100_000) / 0.007, within(1e-12));
  }
}

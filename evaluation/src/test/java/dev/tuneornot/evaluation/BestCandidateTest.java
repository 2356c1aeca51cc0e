package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.candidate;
import static dev.tuneornot.evaluation.Given.computed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BestCandidateTest {

  @ParameterizedTest(name = "{0} before {1}")
  @CsvSource({
    "PAYS_BACK,     TOO_SLOW",
    "TOO_SLOW,      RETIRES_FIRST",
    "RETIRES_FIRST, NEVER",
    "PAYS_BACK,     NEVER",
  })
  void shouldOrderByStatusBeforeBenefit(CandidateStatus better, CandidateStatus worse) {
    assertBest(1, computed(worse, 1000, 0), computed(better, 1, 0));
    assertBest(0, computed(better, 1, 0), computed(worse, 1000, 0));
  }

  @Test
  void shouldThenTakeTheHighestNetBenefit() {
    assertBest(
        1,
        computed(CandidateStatus.PAYS_BACK, 100, 500), // 700
        computed(CandidateStatus.PAYS_BACK, 110, 600), // 720
        computed(CandidateStatus.PAYS_BACK, 109, 600)); // 708
  }

  @Test
  void shouldTakeTheSmallerLoss() {
    assertBest(1, computed(CandidateStatus.NEVER, -10, 5), computed(CandidateStatus.NEVER, -9, 5));
  }

  @Test
  void shouldThenTakeTheEarlierOne() {
    assertBest(
        1,
        candidate(CandidateStatus.RETIRED),
        computed(CandidateStatus.TOO_SLOW, 100, 200),
        computed(CandidateStatus.TOO_SLOW, 100, 200));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = CandidateStatus.class,
      names = {"RETIRED", "TUNING_CLOSED", "BASELINE_RETIRED", "UNPRICED", "NOT_TUNABLE"})
  void shouldNotTakeOneThatIsNotComputed(CandidateStatus status) {
    assertBest(BestCandidate.NONE, candidate(status));
    assertBest(1, candidate(status), computed(CandidateStatus.NEVER, -1, 0));
  }

  @Test
  void shouldBeNoneWithoutCandidates() {
    assertBest(BestCandidate.NONE);
  }

  private static void assertBest(int expected, CandidateEvaluation... candidates) {
    assertThat(BestCandidate.indexIn(List.of(candidates))).isEqualTo(expected);
  }
}

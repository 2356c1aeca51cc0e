package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.computed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.CandidateStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 8, with a horizon of 12 months; ends and instants in months from now. */
class OvertakingTest {
  private static final long NOW = Given.NOW.toEpochMilli();

  @ParameterizedTest(name = "{0} a month until {1}, then {2} until {3}")
  @CsvSource({
    // The best one falls to 600 where 6 months are left: after 4, 18 and 24 months.
    "100, 10, 50, , 4",
    "100, 24, 50, , 18",
    "100, 30, 50, , 24",
    // Both fall, and the best one earlier: 100 * (20 - x) < 50 * 12 where x > 14.
    "100, 20, 50, 40, 14",
    // The other one falls as well by then, slower: 100 * (10 - x) < 50 * (14 - x) where x > 6.
    "100, 10, 50, 14, 6",
    // Only the worse one ends: never.
    "100, , 50, 10, ",
    // Beyond both ends, where nothing stands that long: 100 * (14 - x) < 50 * (12 - x) where x >
    // 16.
    "100, 14, 50, 12, 16",
    // What only loses becomes less bad as it ends: -20 * (10 - x) > -10 * 12 where x > 4.
    "-10, , -20, 10, 4",
    // Equal now, and falling from now on: at once.
    "100, 12, 100, , 0",
    // Equal now, and falling in a month.
    "100, 13, 100, , 1"
  })
  void shouldTellWhenAnotherOneHasTheHigherNetBenefit(
      double best,
      @Nullable Integer bestEnd,
      double other,
      @Nullable Integer otherEnd,
      @Nullable Integer expected) {
    Overtaking overtaking =
        new Overtaking(
            computed(CandidateStatus.PAYS_BACK, best, 0),
            end(bestEnd),
            computed(CandidateStatus.PAYS_BACK, other, 0),
            end(otherEnd),
            Given.POLICY);

    assertThat(overtaking.after(NOW))
        .isEqualTo(expected == null ? EpochMillis.NEVER : end(expected) + 1);
  }

  private static long end(@Nullable Integer months) {
    return months == null ? EpochMillis.NEVER : NOW + months * EpochMillis.MONTH;
  }
}

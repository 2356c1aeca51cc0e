package dev.tuneornot.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

  @Test
  void shouldHaveEveryMeasureAlsoWhereNothingWasMeasured() {
    List<Measure> measures = Measures.of(Report.of(Map.of()));

    assertThat(measures)
        .extracting(Measure::number)
        .containsExactly(
            "1", "2", "3", "3", "4", "4", "5", "6", "7", "8", "9", "9", "10", "10", "11", "11",
            "11", "12", "13");
    assertThat(measures).allMatch(measure -> measure.verdict().equals("not measured"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.65",
    "9, 0, 4",
    "9, 1, 31",
    "11, 0, 2.5",
    "11, 1, 3",
    "12, 0, 0.8",
    "13, 0, 2048"
  })
  void shouldTakeTheMedian(String number, int which, double median) {
    assertThat(measure(number, which).spread().median()).isEqualTo(median, within(1e-9));
  }

  /** 4000 rows in 20 s, against 500 and 200 rows a second. */
  @Test
  void shouldCompareTheGrownRunWithTheMedianOfTheOthers() {
    assertThat(measure("10", 0).spread()).isEqualTo(Spread.of(List.of(200.0 / 350)));
    assertThat(measure("10", 1).verdict()).isEqualTo("not measured");
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0.60, goal met",
    "false, 0.59, floor met",
    "false, 0.35, floor met",
    "false, 0.34, **floor missed**",
    "true, 0.35, goal met",
    "true, 0.36, floor met",
    "true, 0.60, floor met",
    "true, 0.61, **floor missed**"
  })
  void shouldJudgeByTheMedian(boolean isMost, double median, String verdict) {
    Target target = isMost ? Target.atMost(0.6, 0.35, "%.2f") : Target.atLeast(0.35, 0.6);

    assertThat(target.verdict(Spread.of(List.of(0.0, median, 9.0)))).isEqualTo(verdict);
  }

  private static Measure measure(String number, int which) {
    return Measures.of(Samples.report()).stream()
        .filter(measure -> measure.number().equals(number))
        .toList()
        .get(which);
  }
}

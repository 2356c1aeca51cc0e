package dev.tuneornot.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void shouldTakeTheMiddleOfAnOddNumberOfFigures() {
    assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(3, 2, 1, 3));
  }

  @Test
  void shouldTakeTheMeanOfTheTwoMiddleFigures() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void shouldShowADashWhereThereAreNoFigures() {
    assertThat(Spread.of(List.of()).text("%.2f")).isEqualTo("-");
  }

  @Test
  void shouldTakePercentilesByNearestRank() {
    long[] nanos = LongStream.rangeClosed(1, 200).map(milli -> (201 - milli) * 1_000_000).toArray();

    assertThat(Latencies.of(nanos)).isEqualTo(new Latencies(200, 100, 180, 198, 200));
  }

  @Test
  void shouldHaveNoLatencyWithoutSamples() {
    assertThat(Latencies.of(new long[0])).isEqualTo(new Latencies(0, 0, 0, 0, 0));
  }
}

package dev.tuneornot.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void shouldShowEachMeasureBesideItsFloorAndItsGoal() {
    String report = MarkdownReport.of(Samples.report());

    assertThat(report)
        .contains("- proposals: 1000")
        .contains(
            "| 1 | load, rows/s, ours ÷ limit | 0.35 | 0.60 | 0.65 | 0.50 | 0.80 | goal met |")
        .contains(
            "| 2 | re-score, rows/s, ours ÷ produce only | 0.40 | 0.70 | - | - | - | not measured |")
        .contains(
            "| 9 | start to ready with the state wiped, s | report | 15.0 | 31.0 | 31.0 | 31.0 |"
                + " goal missed |")
        .contains("| 13 | peak resident memory of the app, MiB | 1536 | 1000 | 2048 |");
  }

  @Test
  void shouldTellTheCpuOfARowOfContenderAndBroker() {
    String report = MarkdownReport.of(Samples.report());

    assertThat(report)
        .contains("| load, CPU µs a row, contender | ours | 3000.00 (3000.00..3000.00) |")
        .contains("| load, CPU µs a row, broker | ours | 1000.00 (1000.00..1000.00) |");
  }

  @Test
  void shouldListWhatTheOtherPartsGave() {
    String report = MarkdownReport.of(Samples.report());

    assertThat(report)
        .contains("## Ours with 4000 proposals, once")
        .contains("| 1 | evaluate | 1000 | 80 | 2.00 | 100 |")
        .contains("| EvaluationBenchmark.evaluate | 2500.0 (2000.0..4000.0) | 3072 (3072..3072) |");
  }
}

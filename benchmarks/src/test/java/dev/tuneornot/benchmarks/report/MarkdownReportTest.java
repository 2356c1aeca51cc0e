package dev.tuneornot.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void shouldCompareContendersRunByRun() {
    List<Result> results =
        List.of(
            loaded(1, Contender.LIMIT, 1.0),
            loaded(1, Contender.OURS, 2.0),
            loaded(2, Contender.OURS, 5.0),
            loaded(2, Contender.LIMIT, 4.0));

    String report = MarkdownReport.of(new Report(Map.of("proposals", "1000"), results));

    assertThat(report)
        .contains("- proposals: 1000")
        .contains("| 1 | load, ours ÷ limit | 0.65 (0.50..0.80) |")
        .contains("| 2 | re-score, ours ÷ produce only | - |");
  }

  private static Result loaded(int run, Contender contender, double seconds) {
    Rows rows = new Rows(1000, 1000, 1000, seconds, 0, 0, 0, 2, 1, 0);
    return new Result(run, contender, rows, List.of(), null, null, 0, 1, 0, 0, Map.of());
  }
}

package dev.tuneornot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.benchmarks.report.Report;
import dev.tuneornot.benchmarks.report.Result;
import dev.tuneornot.benchmarks.report.ResultFiles;
import dev.tuneornot.benchmarks.report.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the harness does, at its smallest; which contenders, the build says. */
class SmokeIT {
  private static final String CONTENDERS = System.getProperty("smoke.contenders", "OURS");
  private static final long PROPOSALS = 2_000;

  @TempDir private Path directory;

  @Test
  void shouldFindThatContendersSayTheSame() throws IOException {
    int exitCode =
        BenchmarkMain.run("--smoke", "--contenders", CONTENDERS, "--output", directory.toString());

    assertThat(exitCode).isZero();
    Report report =
        Objects.requireNonNull(
            new ResultFiles(directory.resolve("results"), "benchmark-" + PROPOSALS).read());
    assertThat(report.results())
        .extracting(result -> result.contender().name())
        .containsExactly(CONTENDERS.split(",", -1));
    assertThat(report.results()).anyMatch(result -> hasStarted(result));
    assertThat(report.pure()).isNotEmpty().allMatch(figure -> figure.nanos().median() > 0);
    assertThat(report.commandLine()).hasSize(1);
  }

  private static boolean hasStarted(Result result) {
    return result.restarts() != null
        && result.restarts().afterWipe().seconds() > 0
        && isComplete(result.restarts().afterStop().rescore())
        && isComplete(result.restarts().afterWipe().rescore());
  }

  private static boolean isComplete(@Nullable Rows rescore) {
    return rescore != null && rescore.distinct() == rescore.wanted();
  }
}

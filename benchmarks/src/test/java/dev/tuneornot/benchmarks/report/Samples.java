package dev.tuneornot.benchmarks.report;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report of made-up figures. */
final class Samples {
  private static final long MIB = 1024;

  private Samples() {}

  static Report report() {
    return Report.of(Map.of("proposals", "1000"))
        .withResults(
            List.of(
                loaded(1, Contender.LIMIT, 1000, 1.0, null),
                loaded(1, Contender.OURS, 1000, 2.0, null),
                loaded(
                    2,
                    Contender.OURS,
                    1000,
                    5.0,
                    new Restarts(
                        new Restarts.Start(4, 3, 500 * MIB, null),
                        new Restarts.Start(9, 6, 600 * MIB, null),
                        new Restarts.Start(31, 20, 700 * MIB, null))),
                loaded(2, Contender.LIMIT, 1000, 4.0, null)))
        .withGrown(loaded(3, Contender.OURS, 4000, 20.0, null))
        .withCommandLine(
            List.of(
                new CommandLineRun(
                    1,
                    new CommandLineRun.Pace(1000, 80, 2, 100 * MIB),
                    new CommandLineRun.Pace(1000, 100, 1, 90 * MIB))))
        .withPure(
            List.of(
                new PureFigure(
                    PureFigure.EVALUATION,
                    Spread.of(List.of(2000.0, 2500.0, 4000.0)),
                    Spread.of(List.of(3072.0)))));
  }

  private static Result loaded(
      int run, Contender contender, long rows, double seconds, @Nullable Restarts restarts) {
    Rows load = new Rows(rows, rows, rows, seconds, 0, 3, 1, 2, 1, 0);
    return new Result(
        run,
        contender,
        load,
        List.of(),
        null,
        null,
        List.of(),
        restarts,
        0,
        1,
        0,
        2048 * MIB,
        Map.of());
  }
}

package dev.tuneornot.benchmarks.pure;

import dev.tuneornot.benchmarks.report.PureFigure;
import dev.tuneornot.benchmarks.report.Spread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package. */
public final class PureParts {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private PureParts() {}

  /**
   * In JVMs of their own, two for each benchmark, of ten iterations each of which the last five
   * count.
   *
   * @param log takes what JMH says meanwhile
   */
  public static List<PureFigure> measure(Path log) {
    return run(
        options().output(log.toString()).forks(2).warmupIterations(5).measurementIterations(5),
        TimeValue.seconds(1),
        VerboseMode.NORMAL);
  }

  /** Once and in this JVM, only to see that they run. The figures say nothing. */
  public static List<PureFigure> tryOut() {
    // Of all JMH on this machine, which is about measuring undisturbed.
    System.setProperty("jmh.ignoreLock", "true");
    return run(
        options().forks(0).warmupIterations(0).measurementIterations(1),
        TimeValue.milliseconds(20),
        VerboseMode.SILENT);
  }

  private static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .include("^" + PureParts.class.getPackageName().replace(".", "\\.") + "\\.")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend("-Xmx1g", "-Xms1g", "-XX:+UseParallelGC")
        .shouldFailOnError(true);
  }

  private static List<PureFigure> run(
      ChainedOptionsBuilder options, TimeValue iteration, VerboseMode verbosity) {
    try {
      Collection<RunResult> results =
          new Runner(
                  options
                      .warmupTime(iteration)
                      .measurementTime(iteration)
                      .verbosity(verbosity)
                      .build())
              .run();
      return results.stream().map(PureParts::figure).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed", e);
    }
  }

  private static PureFigure figure(RunResult result) {
    List<Double> nanos = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        nanos.add(iteration.getPrimaryResult().getScore());
        Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
        if (allocated != null) {
          bytes.add(allocated.getScore());
        }
      }
    }
    return new PureFigure(
        shortName(result.getParams().getBenchmark()), Spread.of(nanos), Spread.of(bytes));
  }

  /** Class and method, without the package. */
  private static String shortName(String benchmark) {
    return benchmark.substring(PureParts.class.getPackageName().length() + 1);
  }
}

package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.process.ChildProcess;
import dev.tuneornot.benchmarks.process.ProcessUsage;
import dev.tuneornot.benchmarks.report.Restarts;
import dev.tuneornot.benchmarks.report.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Times the start of a contender, and a re-score after it: with its state as an orderly stop left
 * it, as a kill did, and without.
 */
final class Starts {
  private static final long POLL_MS = 20;

  /** What a contender that has become ready does then. */
  @FunctionalInterface
  interface Work {
    @Nullable Rows of(ChildProcess process) throws IOException, InterruptedException;
  }

  private final Plan plan;
  private final Contender contender;
  private final Contender.Place place;
  private final Contender.Source source;
  private final Map<String, String> changes;
  private final Work work;

  Starts(
      Plan plan,
      Contender contender,
      Contender.Place place,
      Contender.Source source,
      Map<String, String> changes,
      Work work) {
    this.plan = plan;
    this.contender = contender;
    this.place = place;
    this.source = source;
    this.changes = changes;
    this.work = work;
  }

  /**
   * @throws IllegalStateException where it does not start, or does not stop in order where it is to
   */
  Restarts measure() throws IOException, InterruptedException {
    Restarts.Start afterStop = start("-after-stop", ChildProcess::kill);
    Restarts.Start afterKill = start("-after-kill", ChildProcess::stop);
    Directory.delete(place.state());
    return new Restarts(afterStop, afterKill, start("-after-wipe", ChildProcess::stop));
  }

  private Restarts.Start start(String name, Consumer<ChildProcess> end)
      throws IOException, InterruptedException {
    Path log = place.log().resolveSibling(place.log().getFileName() + name);
    Readiness readiness = new Readiness(place.httpPort());
    long begun = System.nanoTime();
    try (ChildProcess process = contender.start(place.loggingTo(log), source, changes)) {
      while (!readiness.isReadyWith(plan.proposals())) {
        process.requireAlive();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (seconds > plan.patience().toSeconds()) {
          throw new IllegalStateException(
              "%s is not ready after %.0f s".formatted(contender.title(), seconds));
        }
        Thread.sleep(POLL_MS);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      ProcessUsage usage = process.usage();
      Rows rescore = work.of(process);
      end.accept(process);
      return new Restarts.Start(seconds, usage.cpuSeconds(), usage.peakResidentKiB(), rescore);
    }
  }
}

package dev.tuneornot.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * How long a start takes on what a run has left behind.
 *
 * @param afterStop with the state of an orderly stop
 * @param afterKill on what a process left that was killed at work (SIGKILL)
 * @param afterWipe with no state on disk: all of it comes from the changelogs
 */
public record Restarts(Start afterStop, Start afterKill, Start afterWipe) {

  /**
   * One start.
   *
   * @param seconds from the start of the process until it says that it is ready and has all
   *     proposals
   * @param peakResidentKiB until then
   * @param rescore one after it, behind those that are not counted; null where the contender does
   *     none
   */
  public record Start(
      double seconds, double cpuSeconds, long peakResidentKiB, @Nullable Rows rescore) {}
}

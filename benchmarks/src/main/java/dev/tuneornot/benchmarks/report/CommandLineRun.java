package dev.tuneornot.benchmarks.report;

/**
 * One run of the command line over a file.
 *
 * @param run from 1
 * @param evaluate the command {@code evaluate}
 * @param codec the same reader and writer with nothing evaluated in between
 */
public record CommandLineRun(int run, Pace evaluate, Pace codec) {

  /**
   * How fast a process got through the file.
   *
   * @param rows that it has read and written
   * @param rowsPerSecond as it says itself at the end, so without the start of its JVM
   * @param cpuSeconds of the process, with its start
   */
  public record Pace(long rows, double rowsPerSecond, double cpuSeconds, long peakResidentKiB) {}

  double ratio() {
    return evaluate.rowsPerSecond() / codec.rowsPerSecond();
  }
}

package dev.tuneornot.benchmarks.report;

/**
 * Rows that came out of a contender for one cause.
 *
 * @param wanted how many there had to be
 * @param rows how many there were in the end
 * @param distinct of how many proposals; a repeated one counts once
 * @param seconds from the cause to the last wanted row, as a reader of committed rows saw it
 * @param firstSeconds from the cause to the first row
 * @param contenderCpuSeconds of the contender's process
 * @param brokerCpuSeconds of the broker's process
 * @param topicBytes that all topics grew by
 * @param outputBytes that the topic of the recommendations grew by
 * @param fingerprint a sum over the outcomes of all rows; 0 where they were not decoded
 */
public record Rows(
    long wanted,
    long rows,
    long distinct,
    double seconds,
    double firstSeconds,
    double contenderCpuSeconds,
    double brokerCpuSeconds,
    long topicBytes,
    long outputBytes,
    long fingerprint) {

  public double rowsPerSecond() {
    return wanted / seconds;
  }
}

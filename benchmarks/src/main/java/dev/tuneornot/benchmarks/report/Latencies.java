package dev.tuneornot.benchmarks.report;

import java.util.Arrays;

/** Percentiles in milliseconds, nearest rank. All 0 where there are no samples. */
public record Latencies(int samples, double p50, double p90, double p99, double max) {

  /**
   * @param nanos in any order
   */
  public static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(
        sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }
}

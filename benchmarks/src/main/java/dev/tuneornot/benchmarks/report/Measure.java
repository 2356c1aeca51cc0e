package dev.tuneornot.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A line of the table of measures.
 *
 * @param number that docs/performance.md knows it by
 * @param spread over the runs, or over the iterations of a part; empty where it was not measured
 */
public record Measure(String number, String name, Target target, Spread spread) {

  /** Whether floor and goal are met, in words. */
  @JsonProperty
  public String verdict() {
    return target.verdict(spread);
  }
}

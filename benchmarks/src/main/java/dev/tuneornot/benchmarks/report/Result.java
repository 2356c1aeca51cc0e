package dev.tuneornot.benchmarks.report;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of one contender.
 *
 * @param run from 1
 * @param load null where it does not answer proposals
 * @param rescores one for each change of the price, none where it does not follow prices
 * @param idle latency of new proposals with nothing else to do; null where not measured
 * @param busy latency of new proposals during re-scores; null where not measured
 * @param busyEach the same of each of those re-scores, in turn; none where not measured
 * @param restarts null where not measured
 * @param stateBytes on disk after an orderly stop; 0 without state
 * @param avroBytes of the values of the proposals that were loaded
 * @param settings all that it was started with
 */
public record Result(
    int run,
    Contender contender,
    @Nullable Rows load,
    List<Rows> rescores,
    @Nullable Latencies idle,
    @Nullable Latencies busy,
    List<Latencies> busyEach,
    @Nullable Restarts restarts,
    long stateBytes,
    long avroBytes,
    double cpuSeconds,
    long peakResidentKiB,
    Map<String, String> settings) {

  /** A report of before has no {@code busyEach}. */
  public Result {
    busyEach = Objects.requireNonNullElse(busyEach, List.of());
  }
}

package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.data.ProposalFile;
import dev.tuneornot.benchmarks.data.WarmUp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What each contender goes through.
 *
 * @param proposals that are loaded; the file holds {@code probes} more
 * @param warmUpRescores changes of the price that are not counted, as the JIT is still at work
 * @param rescores changes of the price with nothing else to do
 * @param probedRescores further ones, with new proposals meanwhile
 * @param probeRate new proposals a second
 * @param probeTime how long they are sent with nothing else to do; zero: not at all
 * @param restarts whether starts are timed after all else
 * @param decodes whether the content of the rows is compared, which costs the reader time
 * @param changes settings of contenders to differ in, each with the contender's name before it
 */
public record Plan(
    Portfolio portfolio,
    ProposalFile file,
    long proposals,
    long probes,
    int warmUpRescores,
    int rescores,
    int probedRescores,
    int probeRate,
    Duration probeTime,
    boolean restarts,
    boolean decodes,
    List<String> jvmOptions,
    List<String> brokerJvmOptions,
    Path work,
    Path logs,
    Duration patience,
    Map<String, String> changes) {
  static final int PARTITIONS = 4;

  WarmUp warmUp() {
    return new WarmUp(PARTITIONS);
  }

  public long dependants() {
    return Portfolio.dependants(proposals);
  }
}

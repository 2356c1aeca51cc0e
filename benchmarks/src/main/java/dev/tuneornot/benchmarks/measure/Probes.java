package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.report.Latencies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/** New proposals that were sent, and when their first recommendation was read. */
final class Probes {
  private record Probe(long sent, long answered) {}

  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final Map<String, Probe> answered = new ConcurrentHashMap<>();

  void sent(String id, long nanos) {
    waiting.put(id, nanos);
  }

  void received(String id, long nanos) {
    Long sent = waiting.remove(id);
    if (sent != null) {
      answered.put(id, new Probe(sent, nanos));
    }
  }

  boolean allAnswered() {
    return waiting.isEmpty();
  }

  /** Of those whose sending {@code counts}. */
  Latencies latencies(LongPredicate counts) {
    return Latencies.of(
        answered.values().stream()
            .filter(probe -> counts.test(probe.sent()))
            .mapToLong(probe -> probe.answered() - probe.sent())
            .toArray());
  }

  /** Forgets what was answered. */
  void clear() {
    answered.clear();
  }
}

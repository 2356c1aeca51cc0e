package dev.tuneornot.dashboard.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the projection tells of itself. */
final class ProjectionMetrics {
  private final Map<Source, Counter> read = new EnumMap<>(Source.class);
  private final Map<Source, Counter> refused = new EnumMap<>(Source.class);
  private final Counter rows;
  private final Counter failures;
  private final Timer writes;
  private final AtomicLong lag = new AtomicLong();

  ProjectionMetrics(MeterRegistry registry) {
    for (Source source : Source.values()) {
      String topic = source.topic().baseName();
      read.put(
          source,
          Counter.builder("tuneornot.records.read")
              .description("Records taken from a topic")
              .tag("topic", topic)
              .register(registry));
      refused.put(
          source,
          Counter.builder("tuneornot.records.refused")
              .description("Records passed over because they could not be used")
              .tag("topic", topic)
              .register(registry));
    }
    rows =
        Counter.builder("tuneornot.rows.applied")
            .description("Rows put or deleted, the last change of a key in each transaction")
            .register(registry);
    failures =
        Counter.builder("tuneornot.write.failures")
            .description("Transactions that failed and were tried again")
            .register(registry);
    writes =
        Timer.builder("tuneornot.write")
            .description("Transactions that write rows and offsets")
            .register(registry);
    Gauge.builder("tuneornot.lag", lag, AtomicLong::get)
        .description("Records that the rows are behind the topics")
        .register(registry);
  }

  Counter read(Source source) {
    return get(read, source);
  }

  Counter refused(Source source) {
    return get(refused, source);
  }

  Counter rows() {
    return rows;
  }

  Counter failures() {
    return failures;
  }

  Timer writes() {
    return writes;
  }

  void lag(long records) {
    lag.set(records);
  }

  private static Counter get(Map<Source, Counter> counters, Source source) {
    Counter counter = counters.get(source);
    if (counter == null) {
      throw new IllegalStateException("no counter of " + source);
    }
    return counter;
  }
}

package dev.tuneornot.streams.runtime;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.inbound.Reason;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pages.CacheBudget;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * The metrics in Prometheus' format: our own, Kafka Streams' with its clients', and the JVM's.
 *
 * <p>Tags are bounded: reasons and verdicts by their enums, Kafka's by threads, tasks and topics.
 * Those of each store, most of them RocksDB's, would be more than all others together and are left
 * out unless asked for. docs/operations.md lists our own.
 */
final class AppMetrics implements AutoCloseable {
  /** What Micrometer makes of Kafka's group stream-state-metrics. */
  private static final String OF_STORES = "kafka.stream.state.";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private @Nullable KafkaStreamsMetrics kafka;

  AppMetrics(AppMeters meters, CacheBudget cache, Supplier<Health> health, boolean ofStores) {
    if (!ofStores) {
      registry.config().meterFilter(MeterFilter.denyNameStartsWith(OF_STORES));
    }
    bindJvm();
    counter("evaluations", "Evaluations of proposals", meters, AppMeters::evaluations);
    counter("rescores", "Evaluations that a change made necessary", meters, AppMeters::rescores);
    counter(
        "recommendations.emitted",
        "Recommendations sent",
        meters,
        AppMeters::recommendationsEmitted);
    for (Reason reason : Reason.values()) {
      FunctionCounter.builder("tuneornot.refused", meters, m -> m.refusals(reason.name()))
          .description("Records refused, each of which is a dead letter")
          .tag("reason", reason.name())
          .register(registry);
    }
    for (Verdict verdict : Verdict.values()) {
      Gauge.builder("tuneornot.proposals", meters, m -> m.proposals(verdict))
          .description("Proposals of this instance by verdict")
          .tag("verdict", verdict.name())
          .register(registry);
    }
    bindPass(meters);
    Gauge.builder("tuneornot.sweep.cache", cache, CacheBudget::taken)
        .description("Heap that keeps what re-scores have read")
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
    counter("prices.held", "Prices held for a person to look at", meters, AppMeters::pricesHeld);
    counter("prices.released", "Held prices released", meters, AppMeters::pricesReleased);
    counter("prices.rejected", "Held prices rejected", meters, AppMeters::pricesRejected);
    gauge("reviews.pending", "Prices that wait for a person", meters, AppMeters::heldPrices);
    gauge("parked", "Records that wait for their schema", meters, AppMeters::parked);
    gauge("ready", "1 while this instance processes", health, h -> h.get().ready() ? 1 : 0);
    gauge(
        "restore.remaining.records",
        "Records of changelogs still to be restored",
        health,
        h -> h.get().restoring().values().stream().mapToLong(Long::longValue).sum());
  }

  private void bindPass(AppMeters meters) {
    gauge("sweep.pending.changes", "Changes to work off", meters, AppMeters::pendingChanges);
    gauge("sweep.rows.left", "Dependants to visit, at the most", meters, AppMeters::rowsLeft);
    Gauge.builder(
            "tuneornot.sweep.oldest.pending.age",
            meters,
            m -> m.oldestPendingAge(System.currentTimeMillis()) / 1e3)
        .description("How long the oldest pending change has been waiting")
        .baseUnit("seconds")
        .register(registry);
    FunctionTimer.builder(
            "tuneornot.sweep.slice",
            meters,
            AppMeters::slices,
            AppMeters::sliceNanos,
            TimeUnit.NANOSECONDS)
        .description("Slices of work between records of the input")
        .register(registry);
  }

  private void bindJvm() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  private void counter(
      String name, String description, AppMeters meters, ToLongFunction<AppMeters> count) {
    FunctionCounter.builder("tuneornot." + name, meters, count::applyAsLong)
        .description(description)
        .register(registry);
  }

  private <T> void gauge(String name, String description, T source, ToDoubleFunction<T> value) {
    Gauge.builder("tuneornot." + name, source, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** Serves the metrics of Kafka Streams, in the place of those of the one before. */
  synchronized void bind(KafkaStreams streams) {
    if (kafka != null) {
      kafka.close();
    }
    kafka = new KafkaStreamsMetrics(streams);
    kafka.bindTo(registry);
  }

  /** For tests. */
  MeterRegistry registry() {
    return registry;
  }

  /** Text format 0.0.4. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public synchronized void close() {
    if (kafka != null) {
      kafka.close();
    }
    collections.close();
    registry.close();
  }
}

package dev.tuneornot.streams.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.PartialKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Adds what the tasks report of a change: running while any partition's share is outstanding,
 * complete when all are done with it, superseded where a newer change of the same key came first.
 */
public final class SumImpactsProcessor implements Processor<byte[], byte[], byte[], Object> {
  /** Progress is for a progress bar; states are told at once. */
  private static final long PROGRESS_INTERVAL_MS = 1_000;

  private final String reportsStore;
  private final String emittedStore;
  private final Runnable recordTaken;
  private ProcessorContext<byte[], Object> context;
  private KeyValueStore<Bytes, byte[]> reports;
  private KeyValueStore<Bytes, byte[]> emitted;

  /**
   * @param recordTaken is run for every record
   */
  public SumImpactsProcessor(String reportsStore, String emittedStore, Runnable recordTaken) {
    this.reportsStore = reportsStore;
    this.emittedStore = emittedStore;
    this.recordTaken = recordTaken;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    reports = context.getStateStore(reportsStore);
    emitted = context.getStateStore(emittedStore);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    recordTaken.run();
    reports.put(Bytes.wrap(record.key()), record.value());
    String name = PartialKey.fromBytes(record.key()).name();
    List<ImpactReport> all = reportsOf(name);
    ImpactReport newest =
        all.stream().max(Comparator.comparing(ImpactReport::version)).orElseThrow();
    EmittedImpact last = lastOf(name);
    if (last != null && last.version().compareTo(newest.version()) < 0) {
      supersede(name, last);
      last = null;
    }
    if (last == null || last.impact().getState() == ImpactState.RUNNING) {
      emit(name, newest, all, last);
    }
  }

  private void supersede(String name, EmittedImpact last) {
    if (last.impact().getState() == ImpactState.RUNNING) {
      PriceImpact superseded = PriceImpact.newBuilder(last.impact()).build();
      superseded.setState(ImpactState.SUPERSEDED);
      forward(superseded);
    }
    emitted.delete(key(name));
  }

  private void emit(
      String name, ImpactReport newest, List<ImpactReport> all, @Nullable EmittedImpact last) {
    long now = context.currentSystemTimeMs();
    ReferenceKey changed = ReferenceKey.fromBytes(name.getBytes(UTF_8));
    PriceImpact impact = ImpactSum.of(changed, newest, all, now);
    boolean progressOnly = last != null && impact.getState() == ImpactState.RUNNING;
    if (progressOnly
        && (now - last.at() < PROGRESS_INTERVAL_MS || Objects.equals(impact, last.impact()))) {
      return;
    }
    emitted.put(key(name), new EmittedImpact(newest.version(), now, impact).toBytes());
    forward(impact);
  }

  private void forward(PriceImpact impact) {
    context.forward(
        new Record<>(impact.getChangeId().getBytes(UTF_8), impact, context.currentSystemTimeMs()));
  }

  private List<ImpactReport> reportsOf(String name) {
    List<ImpactReport> all = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> parts =
        reports.range(PartialKey.first(name), PartialKey.last(name))) {
      parts.forEachRemaining(part -> all.add(ImpactReport.fromBytes(part.value)));
    }
    return all;
  }

  private @Nullable EmittedImpact lastOf(String name) {
    byte[] bytes = emitted.get(key(name));
    return bytes == null ? null : EmittedImpact.fromBytes(bytes);
  }

  private static Bytes key(String name) {
    return Bytes.wrap(name.getBytes(UTF_8));
  }
}

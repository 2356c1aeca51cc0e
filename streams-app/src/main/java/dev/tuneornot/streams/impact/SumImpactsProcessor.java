package dev.tuneornot.streams.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.streams.rollup.PartialKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * One store has the last report of each task, the other what was last emitted of each key.
 */
public final class SumImpactsProcessor implements Processor<byte[], byte[], byte[], Object> {
  /** Progress is for a progress bar; states are told at once. */
  private static final long PROGRESS_INTERVAL_MS = 1_000;

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(6);

  private final String reportsStore;
  private final String emittedStore;
  private final Runnable recordTaken;
  private final Map<String, Long> toldAt = new HashMap<>();
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
    toldAt.clear();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    recordTaken.run();
    reports.put(Bytes.wrap(record.key()), record.value());
    String name = PartialKey.fromBytes(record.key()).name();
    long now = context.currentSystemTimeMs();
    ImpactReport sum = sum(reportsOf(name), now);
    ImpactReport last = lastOf(name);
    if (last != null && last.version().compareTo(sum.version()) < 0) {
      if (last.is(ImpactState.RUNNING)) {
        last.impact().setState(ImpactState.SUPERSEDED);
        forward(last.impact());
      }
      last = null;
    }
    if (last == null || (last.is(ImpactState.RUNNING) && isWorthTelling(name, last, sum, now))) {
      emitted.put(key(name), sum.toBytes());
      tell(name, sum, now);
    }
  }

  private boolean isWorthTelling(String name, ImpactReport last, ImpactReport sum, long now) {
    if (!sum.is(ImpactState.RUNNING)) {
      return true;
    }
    boolean isTooSoon =
        now - toldAt.getOrDefault(name, now - PROGRESS_INTERVAL_MS) < PROGRESS_INTERVAL_MS;
    return !isTooSoon && !sum.impact().equals(last.impact());
  }

  private void tell(String name, ImpactReport sum, long now) {
    if (sum.is(ImpactState.RUNNING)) {
      toldAt.put(name, now);
    } else {
      toldAt.remove(name);
    }
    forward(sum.impact());
  }

  private static ImpactReport sum(List<ImpactReport> reports, long now) {
    ImpactReport newest =
        reports.stream().max(Comparator.comparing(ImpactReport::version)).orElseThrow();
    PriceImpact total =
        PriceImpact.newBuilder(newest.impact())
            .setDependants(0)
            .setRescored(0)
            .setTransitions(new ArrayList<>())
            .setMonthlySavingsChange(NOTHING)
            .setMonthlySavingsChangeUsd(0)
            .build();
    ImpactReport sum = new ImpactReport(newest.version(), newest.partitions(), total);
    int done = 0;
    boolean isDropped = false;
    for (ImpactReport report : reports) {
      if (report.version().equals(newest.version())) {
        sum.add(report);
        done += report.is(ImpactState.COMPLETE) ? 1 : 0;
        isDropped |= report.is(ImpactState.SUPERSEDED);
      }
    }
    if (isDropped) {
      total.setState(ImpactState.SUPERSEDED);
    } else if (done == newest.partitions()) {
      total.setState(ImpactState.COMPLETE);
      total.setCompletedAt(Instant.ofEpochMilli(now));
    } else {
      total.setState(ImpactState.RUNNING);
    }
    return sum;
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

  private @Nullable ImpactReport lastOf(String name) {
    byte[] bytes = emitted.get(key(name));
    return bytes == null ? null : ImpactReport.fromBytes(bytes);
  }

  private static Bytes key(String name) {
    return Bytes.wrap(name.getBytes(UTF_8));
  }
}

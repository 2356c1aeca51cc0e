package dev.tuneornot.streams.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Adds the partial sums of all partitions, and emits a summary where it has changed. */
public final class SumPortfoliosProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final String partialsStore;
  private final String emittedStore;
  private final Runnable recordTaken;
  private final Set<String> changed = new TreeSet<>();
  private ProcessorContext<byte[], Object> context;
  private KeyValueStore<Bytes, byte[]> partials;
  private KeyValueStore<Bytes, byte[]> emitted;
  private Flushes flushes;

  /**
   * @param recordTaken is run for every record
   */
  public SumPortfoliosProcessor(String partialsStore, String emittedStore, Runnable recordTaken) {
    this.partialsStore = partialsStore;
    this.emittedStore = emittedStore;
    this.recordTaken = recordTaken;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    partials = context.getStateStore(partialsStore);
    emitted = context.getStateStore(emittedStore);
    changed.clear();
    // What a crash kept from being emitted is emitted now.
    try (KeyValueIterator<Bytes, byte[]> entries = partials.all()) {
      entries.forEachRemaining(entry -> changed.add(PartialKey.fromBytes(entry.key.get()).name()));
    }
    try (KeyValueIterator<Bytes, byte[]> entries = emitted.all()) {
      entries.forEachRemaining(entry -> changed.add(new String(entry.key.get(), UTF_8)));
    }
    flushes = new Flushes(context, this::flush);
    flushes.schedule(!changed.isEmpty());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    recordTaken.run();
    partials.put(Bytes.wrap(record.key()), record.value());
    changed.add(PartialKey.fromBytes(record.key()).name());
    flushes.schedule(true);
  }

  private void flush() {
    changed.forEach(this::emit);
    changed.clear();
  }

  /** What is scheduled outlives a task that is revived, so it has to be cancelled. */
  @Override
  public void close() {
    flushes.cancel();
  }

  private void emit(String portfolio) {
    PortfolioSums total = new PortfolioSums();
    try (KeyValueIterator<Bytes, byte[]> parts =
        partials.range(PartialKey.first(portfolio), PartialKey.last(portfolio))) {
      parts.forEachRemaining(part -> total.add(PortfolioSums.fromBytes(part.value)));
    }
    Bytes key = Bytes.wrap(portfolio.getBytes(UTF_8));
    byte[] value = total.isEmpty() ? null : total.toBytes(portfolio);
    if (!Arrays.equals(emitted.get(key), value)) {
      emitted.put(key, value);
      context.forward(
          new Record<>(
              key.get(),
              total.isEmpty() ? null : total.toSummary(portfolio),
              context.currentSystemTimeMs()));
    }
  }
}

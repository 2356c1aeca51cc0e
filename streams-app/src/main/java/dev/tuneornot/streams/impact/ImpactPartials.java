package dev.tuneornot.streams.impact;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.pass.PassObserver;
import dev.tuneornot.streams.pass.PendingChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.PartialKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one task has counted for its pending changes. That a change was noticed or is done is
 * reported at once, progress in between a few times a second.
 */
public final class ImpactPartials implements PassObserver {
  private final KeyValueStore<Bytes, byte[]> store;
  private final int partition;
  private final int partitions;
  private final ToLongFunction<ReferenceKey> dependants;
  private final BiConsumer<byte[], byte[]> sink;
  private final Map<ReferenceKey, ImpactReport> running = new HashMap<>();
  private final Set<ReferenceKey> unsaved = new HashSet<>();
  private final Set<ReferenceKey> unsent = new HashSet<>();
  private @Nullable ReferenceKey lastTouched;

  // Asked twice for every row, which mostly concerns the same change as the row before.
  private @Nullable ReferenceKey lastKey;
  private @Nullable ImpactReport lastReport;

  /**
   * @param partition the task's, of so many {@code partitions}
   * @param dependants how many of the task's proposals depend on a key
   * @param sink takes the key and the value of a report
   */
  public ImpactPartials(
      KeyValueStore<Bytes, byte[]> store,
      int partition,
      int partitions,
      ToLongFunction<ReferenceKey> dependants,
      BiConsumer<byte[], byte[]> sink) {
    this.store = store;
    this.partition = partition;
    this.partitions = partitions;
    this.dependants = dependants;
    this.sink = sink;
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        ReferenceKey key = ReferenceKey.fromBytes(entry.key.get());
        running.put(key, ImpactReport.fromBytes(entry.value));
        unsent.add(key);
      }
    }
  }

  @Override
  public void noticed(PendingChange change, @Nullable PendingChange overtaken) {
    ReferenceKey key = change.key();
    ImpactReport report =
        new ImpactReport(
            change.version(),
            false,
            partitions,
            dependants.applyAsLong(key),
            change.noticedAt(),
            new Tally());
    running.put(key, report);
    lastKey = null;
    store.put(key.toBytes(), report.toBytes());
    send(key, report);
  }

  @Override
  public void completed(PendingChange change) {
    ReferenceKey key = change.key();
    ImpactReport report = running.remove(key);
    lastTouched = null;
    lastKey = null;
    unsaved.remove(key);
    unsent.remove(key);
    store.delete(key.toBytes());
    if (report != null) {
      send(key, report.completed());
    }
  }

  /** The pass has come by a dependant of {@code change}. */
  public void visited(PendingChange change) {
    ImpactReport report = find(change.key());
    if (report != null) {
      report.tally().rescored(1);
      touch(change.key());
    }
  }

  /** A dependant's outcome is another because of {@code change}. */
  public void changed(
      PendingChange change,
      @Nullable Verdict before,
      Verdict after,
      double savingsBefore,
      double savingsAfter) {
    ImpactReport report = find(change.key());
    if (report != null) {
      report.tally().changed(before, after, savingsBefore, savingsAfter);
      touch(change.key());
    }
  }

  private @Nullable ImpactReport find(ReferenceKey key) {
    if (!key.equals(lastKey)) {
      lastKey = key;
      lastReport = running.get(key);
    }
    return lastReport;
  }

  private void touch(ReferenceKey key) {
    if (key.equals(lastTouched)) {
      return;
    }
    lastTouched = key;
    unsaved.add(key);
    unsent.add(key);
  }

  /** Makes the counts durable; to be called before whatever was counted can be committed. */
  public void save() {
    for (ReferenceKey key : unsaved) {
      store.put(key.toBytes(), running.get(key).toBytes());
    }
    unsaved.clear();
    lastTouched = null;
  }

  public boolean hasChanges() {
    return !unsent.isEmpty();
  }

  /** Reports the progress since the last flush. */
  public void flush() {
    for (ReferenceKey key : unsent) {
      send(key, running.get(key));
    }
    unsent.clear();
    lastTouched = null;
  }

  private void send(ReferenceKey key, ImpactReport report) {
    sink.accept(new PartialKey(key.toString(), partition).toBytes(), report.toBytes());
  }
}

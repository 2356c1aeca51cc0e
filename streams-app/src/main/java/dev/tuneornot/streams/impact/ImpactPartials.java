package dev.tuneornot.streams.impact;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.PartialKey;
import dev.tuneornot.streams.sweep.PendingChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What one task has counted for its pending changes, under the key of each. That a change was
 * noticed or is done is reported at once, progress in between a few times a second.
 */
public final class ImpactPartials {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(6);

  private final KeyValueStore<Bytes, byte[]> store;
  private final int partition;
  private final int partitions;
  private final Map<ReferenceKey, ImpactReport> running = new HashMap<>();
  private final Set<ReferenceKey> unsaved = new HashSet<>();
  private final Set<ReferenceKey> unsent = new HashSet<>();

  /**
   * @param partition the task's, of so many {@code partitions}
   */
  public ImpactPartials(KeyValueStore<Bytes, byte[]> store, int partition, int partitions) {
    this.store = store;
    this.partition = partition;
    this.partitions = partitions;
  }

  /** Reads what was counted when the task ended. */
  public void load() {
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        ReferenceKey key = ReferenceKey.fromBytes(entry.key.get());
        running.put(key, ImpactReport.fromBytes(entry.value));
        unsent.add(key);
      }
    }
  }

  /** Begins to count for a change; the report of it. */
  public Record<byte[], byte[]> noticed(PendingChange change, long dependants, long now) {
    ReferenceKey key = change.key();
    PriceImpact impact =
        PriceImpact.newBuilder()
            .setChangeId(change.changeId())
            .setKind(key.kind())
            .setKey(key.key())
            .setState(ImpactState.RUNNING)
            .setDependants(dependants)
            .setRescored(0)
            .setTransitions(new ArrayList<>())
            .setMonthlySavingsChange(NOTHING)
            .setMonthlySavingsChangeUsd(0)
            .setStartedAt(Instant.ofEpochMilli(change.noticedAt()))
            .build();
    ImpactReport report = new ImpactReport(change.version(), partitions, impact);
    running.put(key, report);
    store.put(key.toBytes(), report.toBytes());
    return record(key, report, now);
  }

  /** Says how many proposals depend on a change, where that was not known when it was noticed. */
  public void counted(PendingChange change, long dependants) {
    ImpactReport report = running.get(change.key());
    if (report != null) {
      report.impact().setDependants(Math.max(dependants, report.impact().getRescored()));
      touch(change);
    }
  }

  /** Ends counting for a change that is done; the last report of it. */
  public Record<byte[], byte[]> completed(PendingChange change, long now) {
    return ended(change, ImpactState.COMPLETE, now);
  }

  /** Likewise, for one that will not be done any more. */
  public Record<byte[], byte[]> dropped(PendingChange change, long now) {
    return ended(change, ImpactState.SUPERSEDED, now);
  }

  private Record<byte[], byte[]> ended(PendingChange change, ImpactState state, long now) {
    ReferenceKey key = change.key();
    ImpactReport report = running.remove(key);
    if (report == null) {
      throw new IllegalStateException("Nothing was counted for " + change.changeId());
    }
    unsaved.remove(key);
    unsent.remove(key);
    store.delete(key.toBytes());
    report.impact().setState(state);
    report.impact().setDependants(report.impact().getRescored());
    return record(key, report, now);
  }

  /** The sweep has come by a dependant of {@code change}. */
  public void visited(PendingChange change) {
    ImpactReport report = running.get(change.key());
    if (report != null) {
      report.visited();
      touch(change);
    }
  }

  /** A dependant's outcome is another because of {@code change}. */
  public void changed(
      PendingChange change,
      @Nullable Verdict before,
      Verdict after,
      double savingsBefore,
      double savingsAfter) {
    ImpactReport report = running.get(change.key());
    if (report != null) {
      report.changed(before, after, savingsBefore, savingsAfter);
      touch(change);
    }
  }

  private void touch(PendingChange change) {
    unsaved.add(change.key());
    unsent.add(change.key());
  }

  /** Makes the counts durable; to be called before whatever was counted can be committed. */
  public void save() {
    for (ReferenceKey key : unsaved) {
      store.put(key.toBytes(), report(key).toBytes());
    }
    unsaved.clear();
  }

  public boolean hasProgress() {
    return !unsent.isEmpty();
  }

  /** Reports of the progress since the last call. */
  public List<Record<byte[], byte[]>> takeProgress(long now) {
    List<Record<byte[], byte[]>> reports = new ArrayList<>(unsent.size());
    for (ReferenceKey key : unsent) {
      reports.add(record(key, report(key), now));
    }
    unsent.clear();
    return reports;
  }

  private ImpactReport report(ReferenceKey key) {
    ImpactReport report = running.get(key);
    if (report == null) {
      throw new IllegalStateException("Nothing is counted for " + key);
    }
    return report;
  }

  private Record<byte[], byte[]> record(ReferenceKey key, ImpactReport report, long now) {
    return new Record<>(new PartialKey(key.toString(), partition).toBytes(), report.toBytes(), now);
  }
}

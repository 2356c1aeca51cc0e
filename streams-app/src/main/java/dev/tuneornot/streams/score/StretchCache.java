package dev.tuneornot.streams.score;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a store by stretches, and keeps them for the next pass as long as the budget lasts
 * (docs/decisions/0018). What is kept stays: where passes go round and round, whatever is pushed
 * out for something newer would be what is needed next.
 */
final class StretchCache implements AutoCloseable {
  /** Read in one go, of keys and values together; a slice of a pass may be as short as 10 ms. */
  private static final int MOST_BYTES = 64 * 1024;

  private final KeyValueStore<Bytes, byte[]> store;
  private final CacheBudget budget;
  private final TreeMap<Bytes, Stretch> kept = new TreeMap<>();

  /** The one that was asked for last, kept or not. */
  private @Nullable Stretch last;

  // Where a stretch is put together.
  private byte[] bytes = new byte[MOST_BYTES];
  private int[] bounds = new int[256];

  StretchCache(KeyValueStore<Bytes, byte[]> store, CacheBudget budget) {
    this.store = store;
    this.budget = budget;
  }

  /**
   * The stretch that {@code key} belongs to, whether there is such an entry or not. It may be used
   * until another is asked for, or an entry of the store is put or deleted without {@link
   * #changed}.
   */
  Stretch at(Bytes key) {
    Stretch stretch = known(key);
    if (stretch == null) {
      stretch = readAround(key);
    }
    last = stretch;
    return stretch;
  }

  /** Likewise, where it need not be read; else null. */
  @Nullable Stretch known(Bytes key) {
    if (last != null && last.covers(key)) {
      return last;
    }
    Map.Entry<Bytes, Stretch> before = kept.floorEntry(key);
    return before == null || !before.getValue().covers(key) ? null : before.getValue();
  }

  /**
   * Begins where a stretch before it ends, so that what is between them does not become a stretch
   * of its own; but not from where the next one does not come as far as {@code key}.
   */
  private Stretch readAround(Bytes key) {
    Map.Entry<Bytes, Stretch> before = kept.floorEntry(key);
    Bytes start = before == null ? null : before.getValue().end();
    Bytes lastEnd = last == null ? null : last.end();
    if (lastEnd != null
        && lastEnd.compareTo(key) <= 0
        && (start == null || start.compareTo(lastEnd) < 0)) {
      start = lastEnd;
    }
    if (start == null) {
      return read(key);
    }
    Stretch next = read(start);
    return next.covers(key) ? next : read(key);
  }

  private Stretch read(Bytes start) {
    Bytes end = kept.higherKey(start);
    int length = 0;
    int count = 0;
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(start, end)) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        if (length >= MOST_BYTES || entry.key.equals(end)) {
          end = entry.key;
          break;
        }
        byte[] key = entry.key.get();
        int from = length + key.length;
        length = from + entry.value.length;
        makeRoom(length, count + 2);
        System.arraycopy(key, 0, bytes, from - key.length, key.length);
        System.arraycopy(entry.value, 0, bytes, from, entry.value.length);
        bounds[count++] = from;
        bounds[count++] = length;
      }
    }
    Stretch stretch =
        new Stretch(start, end, Arrays.copyOf(bytes, length), Arrays.copyOf(bounds, count));
    if (budget.take(stretch.size())) {
      kept.put(start, stretch);
    }
    if (bytes.length > 2 * MOST_BYTES) {
      bytes = new byte[MOST_BYTES];
    }
    return stretch;
  }

  private void makeRoom(int length, int count) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length + bytes.length / 2));
    }
    if (count > bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
  }

  /** Whether what is read can be kept. */
  boolean hasRoom() {
    return budget.hasRoom(MOST_BYTES);
  }

  /** Tells that an entry was put or deleted. */
  void changed(Bytes key) {
    Stretch stretch = known(key);
    if (stretch == null) {
      return;
    }
    stretch.change(key);
    if (stretch.isWorn()) {
      if (kept.remove(stretch.start(), stretch)) {
        budget.give(stretch.size());
      }
      last = null;
    }
  }

  /** Gives back what it has of the budget. */
  @Override
  public void close() {
    kept.values().forEach(stretch -> budget.give(stretch.size()));
    kept.clear();
    last = null;
  }
}

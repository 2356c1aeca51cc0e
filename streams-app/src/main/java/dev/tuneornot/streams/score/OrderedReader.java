package dev.tuneornot.streams.score;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Looks values up by walking over the store, for ids that come in order and close together: the
 * next entry takes a fraction of what a look-up does, which begins in every level anew and searches
 * index and block (docs/decisions/0015). Sees the store as it was when the walk began, so nothing
 * ahead of it may be written until {@link #close}.
 */
final class OrderedReader implements AutoCloseable {
  /** Where the next id is farther away, it is looked up: a gap may not take up a slice. */
  private static final int MOST_STEPS = 64;

  private final KeyValueStore<Bytes, byte[]> store;
  private @Nullable KeyValueIterator<Bytes, byte[]> walk;
  private Bytes last = Bytes.wrap(Bytes.EMPTY);

  OrderedReader(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** The value of {@code id}; null where there is none. Any order is allowed. */
  byte @Nullable [] get(Bytes id) {
    KeyValueIterator<Bytes, byte[]> entries = walk;
    if (entries == null || id.compareTo(last) <= 0) {
      close();
      entries = store.range(id, null);
      walk = entries;
    }
    last = id;
    for (int steps = 0; steps < MOST_STEPS && entries.hasNext(); steps++) {
      KeyValue<Bytes, byte[]> entry = entries.next();
      int order = entry.key.compareTo(id);
      if (order == 0) {
        return entry.value;
      }
      if (order > 0) {
        break;
      }
    }
    close();
    return store.get(id);
  }

  @Override
  public void close() {
    if (walk != null) {
      walk.close();
      walk = null;
    }
  }
}

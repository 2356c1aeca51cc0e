package dev.tuneornot.streams.score;

import dev.tuneornot.model.Usage;
import dev.tuneornot.streams.inbound.RecordDecoder;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The measured usage that is in force, under the id of its proposal as the bytes that arrived. It
 * stays where the proposal is deleted, or has not come yet.
 */
final class UsageBook {
  private final KeyValueStore<Bytes, byte[]> store;
  private final RecordDecoder<Usage> decoder;
  private boolean mayHaveAny;

  UsageBook(KeyValueStore<Bytes, byte[]> store, RecordDecoder<Usage> decoder) {
    this.store = store;
    this.decoder = decoder;
  }

  /** Finds out whether there is any, so that a portfolio without usage pays nothing for it. */
  void load() {
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      mayHaveAny = entries.hasNext();
    }
  }

  boolean isInForce(Bytes id) {
    return mayHaveAny && store.get(id) != null;
  }

  /** The usage in force of a proposal; null where none is. */
  @Nullable Usage inForce(Bytes id) {
    byte[] arrived = mayHaveAny ? store.get(id) : null;
    return arrived == null ? null : decoder.decodeAccepted(id, arrived, 0, arrived.length);
  }

  /** Puts usage in force. */
  void put(Bytes id, byte[] arrived) {
    store.put(id, arrived);
    mayHaveAny = true;
  }

  void delete(Bytes id) {
    store.delete(id);
  }
}

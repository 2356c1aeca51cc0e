package dev.tuneornot.streams.score;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.pass.DependantIndex;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last accepted proposals of a task, as the bytes that arrived, and the index of what they
 * depend on.
 */
final class ProposalBook {
  private final KeyValueStore<Bytes, byte[]> store;
  private final RecordDecoder<Proposal> decoder;
  private final DependantIndex index = new DependantIndex();

  /**
   * @param loaded takes each stored proposal once
   */
  ProposalBook(
      KeyValueStore<Bytes, byte[]> store,
      RecordDecoder<Proposal> decoder,
      BiConsumer<Bytes, Proposal> loaded) {
    this.store = store;
    this.decoder = decoder;
    try (KeyValueIterator<Bytes, byte[]> proposals = store.all()) {
      while (proposals.hasNext()) {
        KeyValue<Bytes, byte[]> entry = proposals.next();
        Proposal proposal = decoder.decodeAccepted(entry.key, entry.value);
        index.add(entry.key, proposal);
        loaded.accept(entry.key, proposal);
      }
    }
  }

  DependantIndex index() {
    return index;
  }

  @Nullable Proposal find(Bytes id) {
    byte[] value = store.get(id);
    return value == null ? null : decoder.decodeAccepted(id, value);
  }

  /**
   * @param value the bytes that {@code proposal} was decoded from
   * @return whether it takes the place of another
   */
  boolean put(Bytes id, Proposal proposal, byte[] value) {
    boolean wasKnown = forget(id);
    store.put(id, value);
    index.add(id, proposal);
    return wasKnown;
  }

  void delete(Bytes id) {
    if (forget(id)) {
      store.delete(id);
    }
  }

  private boolean forget(Bytes id) {
    Proposal known = find(id);
    if (known == null) {
      return false;
    }
    index.remove(id, known);
    return true;
  }
}

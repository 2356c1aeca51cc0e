package dev.tuneornot.streams.score;

import dev.tuneornot.evaluation.UsageTolerance;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Usage;
import dev.tuneornot.streams.inbound.RecordDecoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The measured usage of each proposal: what is in force, and what was received last, where that is
 * another one that did not differ enough. Which differs enough is a matter of the policy: where the
 * policy becomes another one, or a proposal comes after its usage, what was received may come into
 * force later. Both stay where the proposal is deleted, or has not come yet.
 *
 * <p>Key: the proposal's id. Value: the length of the usage in force, 4 bytes, big-endian; that
 * usage as it arrived; then, where another one was received last, that as it arrived.
 */
final class UsageBook {
  private static final int LENGTH = Integer.BYTES;

  /**
   * @param inForce its bytes as they arrived
   * @param received those of the last one, null where that is in force
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are; nobody compares these records.
  private record Entry(byte[] inForce, byte @Nullable [] received) {

    static Entry of(byte[] stored) {
      int end = LENGTH + ByteBuffer.wrap(stored).getInt();
      return new Entry(
          Arrays.copyOfRange(stored, LENGTH, end),
          end == stored.length ? null : Arrays.copyOfRange(stored, end, stored.length));
    }

    byte[] toBytes() {
      int more = received == null ? 0 : received.length;
      ByteBuffer bytes = ByteBuffer.allocate(LENGTH + inForce.length + more);
      bytes.putInt(inForce.length).put(inForce);
      if (received != null) {
        bytes.put(received);
      }
      return bytes.array();
    }
  }

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

  /**
   * The usage in force of a proposal; null where none is. What was received last comes into force
   * now where it differs enough by the policy.
   */
  @Nullable Usage inForce(Bytes id, Policy policy) {
    Entry entry = find(id);
    if (entry == null) {
      return null;
    }
    Usage inForce = decode(id, entry.inForce);
    if (entry.received == null) {
      return inForce;
    }
    Usage received = decode(id, entry.received);
    if (!UsageTolerance.isTakenIntoAccount(inForce, received, policy)) {
      return inForce;
    }
    put(id, new Entry(entry.received, null));
    return received;
  }

  /**
   * Notes what was received, and puts it in force where it differs enough.
   *
   * @param received null where it was deleted
   * @param arrived its bytes
   * @return whether it is taken into account
   */
  boolean receive(Bytes id, @Nullable Usage received, byte @Nullable [] arrived, Policy policy) {
    if (received == null || arrived == null) {
      store.delete(id);
      return true;
    }
    Entry entry = find(id);
    Usage inForce = entry == null ? null : decode(id, entry.inForce);
    if (entry == null || UsageTolerance.isTakenIntoAccount(inForce, received, policy)) {
      put(id, new Entry(arrived, null));
      return true;
    }
    put(id, new Entry(entry.inForce, Arrays.equals(entry.inForce, arrived) ? null : arrived));
    return false;
  }

  private @Nullable Entry find(Bytes id) {
    byte[] stored = mayHaveAny ? store.get(id) : null;
    return stored == null ? null : Entry.of(stored);
  }

  private Usage decode(Bytes id, byte[] arrived) {
    return decoder.decodeAccepted(id, arrived, 0, arrived.length);
  }

  private void put(Bytes id, Entry entry) {
    store.put(id, entry.toBytes());
    mayHaveAny = true;
  }
}

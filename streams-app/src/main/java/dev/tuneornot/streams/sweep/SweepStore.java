package dev.tuneornot.streams.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.reference.StoredBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The durable part of a sweep: under {@code c} the id that the cursor stands at, under {@code p}
 * and a key the pending change of it: a format (1 byte), flags (1), its version, sequence (8),
 * noticedAt (8), and the mark to the end.
 */
final class SweepStore {
  private static final Bytes CURSOR = Bytes.wrap("c".getBytes(UTF_8));
  private static final Bytes FIRST_PENDING = Bytes.wrap("p".getBytes(UTF_8));
  private static final Bytes BEHIND_PENDING = Bytes.wrap("q".getBytes(UTF_8));

  private static final byte FORMAT = 1;

  // Flags.
  private static final byte HAS_MARK = 1;
  private static final byte IS_WRAPPED = 2;
  private static final byte PUBLISHES_ALL = 4;

  private final KeyValueStore<Bytes, byte[]> store;

  SweepStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Nullable Bytes cursor() {
    byte[] cursor = store.get(CURSOR);
    return cursor == null ? null : Bytes.wrap(cursor);
  }

  void saveCursor(@Nullable Bytes cursor) {
    if (cursor == null) {
      store.delete(CURSOR);
    } else {
      store.put(CURSOR, cursor.get());
    }
  }

  List<PendingChange> pending() {
    List<PendingChange> pending = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(FIRST_PENDING, BEHIND_PENDING)) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        byte[] key = entry.key.get();
        ReferenceKey changed = ReferenceKey.fromBytes(Arrays.copyOfRange(key, 1, key.length));
        pending.add(fromBytes(changed, entry.value));
      }
    }
    return pending;
  }

  void save(PendingChange change) {
    store.put(pendingKey(change.key()), toBytes(change));
  }

  void delete(ReferenceKey key) {
    store.delete(pendingKey(key));
  }

  private static Bytes pendingKey(ReferenceKey key) {
    byte[] bytes = key.toBytes().get();
    return Bytes.wrap(
        ByteBuffer.allocate(1 + bytes.length).put(FIRST_PENDING.get()).put(bytes).array());
  }

  static byte[] toBytes(PendingChange change) {
    byte[] mark = change.mark() == null ? new byte[0] : change.mark().get();
    byte flags =
        (byte)
            ((change.mark() == null ? 0 : HAS_MARK)
                | (change.isWrapped() ? IS_WRAPPED : 0)
                | (change.publishesAll() ? PUBLISHES_ALL : 0));
    ByteBuffer buffer =
        ByteBuffer.allocate(2 + change.version().bytes() + 2 * Long.BYTES + mark.length)
            .put(FORMAT)
            .put(flags);
    change.version().put(buffer);
    return buffer.putLong(change.sequence()).putLong(change.noticedAt()).put(mark).array();
  }

  static PendingChange fromBytes(ReferenceKey key, byte[] bytes) {
    return StoredBytes.read("Pending change of " + key, bytes, buffer -> read(key, buffer));
  }

  private static PendingChange read(ReferenceKey key, ByteBuffer buffer) {
    StoredBytes.checkFormat(buffer, FORMAT);
    byte flags = buffer.get();
    ChangeVersion version = ChangeVersion.get(buffer);
    long sequence = buffer.getLong();
    long noticedAt = buffer.getLong();
    byte[] mark = StoredBytes.rest(buffer);
    return new PendingChange(
        key,
        version,
        sequence,
        noticedAt,
        (flags & HAS_MARK) == 0 ? null : Bytes.wrap(mark),
        (flags & IS_WRAPPED) != 0,
        (flags & PUBLISHES_ALL) != 0);
  }
}

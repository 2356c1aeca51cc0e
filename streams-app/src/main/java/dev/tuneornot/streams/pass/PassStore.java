package dev.tuneornot.streams.pass;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The durable part of a pass: the cursor, and the pending changes under their keys. */
final class PassStore {
  private static final Bytes CURSOR = Bytes.wrap("c".getBytes(UTF_8));
  private static final byte PENDING = 'p';

  private final KeyValueStore<Bytes, byte[]> store;

  PassStore(KeyValueStore<Bytes, byte[]> store) {
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
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        byte[] key = entry.key.get();
        if (key[0] == PENDING) {
          ReferenceKey changed = ReferenceKey.fromBytes(Arrays.copyOfRange(key, 1, key.length));
          pending.add(PendingChange.fromBytes(changed, entry.value));
        }
      }
    }
    return pending;
  }

  void save(PendingChange change) {
    store.put(pendingKey(change.key()), change.toBytes());
  }

  void delete(PendingChange change) {
    store.delete(pendingKey(change.key()));
  }

  private static Bytes pendingKey(ReferenceKey key) {
    byte[] bytes = key.toBytes().get();
    byte[] prefixed = new byte[bytes.length + 1];
    prefixed[0] = PENDING;
    System.arraycopy(bytes, 0, prefixed, 1, bytes.length);
    return Bytes.wrap(prefixed);
  }
}

package dev.tuneornot.streams.inbound;

import dev.tuneornot.confluent.WireFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Records whose schema cannot be looked up for now, in the order of their arrival, with all later
 * ones of their keys. The records are in the store; on the heap are only their keys and schema ids.
 */
final class Parking {
  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<Bytes, Integer> parkedByKey = new HashMap<>();
  private final Set<Integer> awaited = new HashSet<>();
  private int size;

  Parking(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> records = store.all()) {
      while (records.hasNext()) {
        note(ParkedRecord.fromBytes(records.next().value));
      }
    }
  }

  boolean isEmpty() {
    return parkedByKey.isEmpty();
  }

  int size() {
    return size;
  }

  boolean holds(Bytes key) {
    return parkedByKey.containsKey(key);
  }

  /** The schema ids that are waited for. */
  Set<Integer> awaited() {
    return Set.copyOf(awaited);
  }

  void park(InboundRecord record) {
    store.put(position(record), ParkedRecord.toBytes(record));
    note(record);
  }

  /**
   * Hands parked records, oldest first, to {@code handled}, and lets go those for which it answers
   * true. Behind one that has to stay, the later ones of its key stay too.
   *
   * @param most how many records to hand over at the most
   */
  void retry(Predicate<InboundRecord> handled, int most) {
    List<KeyValue<Bytes, InboundRecord>> done = new ArrayList<>();
    Set<Bytes> blocked = new HashSet<>();
    try (KeyValueIterator<Bytes, byte[]> records = store.all()) {
      while (records.hasNext() && done.size() < most) {
        KeyValue<Bytes, byte[]> entry = records.next();
        InboundRecord record = ParkedRecord.fromBytes(entry.value);
        if (blocked.contains(record.key()) || !handled.test(record)) {
          blocked.add(record.key());
        } else {
          done.add(KeyValue.pair(entry.key, record));
        }
      }
    }
    for (KeyValue<Bytes, InboundRecord> entry : done) {
      store.delete(entry.key);
      size--;
      parkedByKey.merge(
          entry.value.key(), -1, (have, less) -> have + less == 0 ? null : have + less);
    }
    if (isEmpty()) {
      awaited.clear();
    }
  }

  private void note(InboundRecord record) {
    size++;
    parkedByKey.merge(record.key(), 1, Integer::sum);
    if (record.value() != null && WireFormat.isFramed(record.value())) {
      awaited.add(WireFormat.schemaId(record.value()));
    }
  }

  /** Offsets of a topic are unique in a task, and store order is byte order: oldest first. */
  private static Bytes position(InboundRecord record) {
    byte[] topic = record.topic().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + topic.length).putLong(record.offset()).put(topic).array());
  }
}

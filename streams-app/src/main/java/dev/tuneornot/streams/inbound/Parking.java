package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Records whose schema cannot be looked up for now, each with all later ones of its key behind it.
 * The records are in the store; on the heap is, for each key, the schema id that its first record
 * waits for. A key's records are read when that id is answered, and at no other time. Whatever
 * grows with the number of records is done bit by bit, as long as the caller has time.
 *
 * <p>The store's key names the queue of a record and its place in it: length of the topic's name (2
 * bytes), the name, length of the record's key (2 bytes), the key, offset (8 bytes, big-endian). So
 * a queue is a range of the store, in order. The value is a {@link ParkedRecord}.
 */
final class Parking {
  private final KeyValueStore<Bytes, byte[]> store;

  /** The id that the first record of each queue waits for. */
  private final Map<Bytes, Integer> waiting = new HashMap<>();

  /** The queues that wait for an id, the longest waiting first, with where their records begin. */
  private final Map<Integer, Map<Bytes, Bytes>> queues = new HashMap<>();

  /** The ids that are waited for, in the order in which they are asked for, over and over. */
  private final Deque<Integer> awaited = new ArrayDeque<>();

  /** The ids that are answered, of which queues are still to be handed over. */
  private final Deque<Integer> answered = new ArrayDeque<>();

  /** Where the part of the store begins that was not read since the start; null at its end. */
  private @Nullable Bytes unread = Bytes.wrap(new byte[0]);

  private int size;

  Parking(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Whether nothing is parked. */
  boolean isEmpty() {
    return waiting.isEmpty() && unread == null;
  }

  /** How many records are parked, as far as the store has been read. */
  int size() {
    return size;
  }

  /** Whether a record is parked that those of this topic and key have to stay behind. */
  boolean holds(String topic, Bytes key) {
    if (isEmpty()) {
      return false;
    }
    Bytes queue = queue(topic, key);
    return waiting.containsKey(queue) || (unread != null && isStored(queue));
  }

  private boolean isStored(Bytes queue) {
    try (KeyValueIterator<Bytes, byte[]> records = store.range(first(queue), last(queue))) {
      return records.hasNext();
    }
  }

  void park(InboundRecord record) {
    Bytes queue = queue(record.topic(), record.key());
    Bytes place = place(queue, record.offset());
    store.put(place, ParkedRecord.toBytes(record));
    // What is behind this is counted when it is read.
    if (unread == null || place.compareTo(unread) < 0) {
      size++;
      if (!waiting.containsKey(queue)) {
        await(queue, place, record);
      }
    }
  }

  /** Reads what an earlier run has parked, at least one record; true once all of it is known. */
  boolean load(BooleanSupplier hasTime) {
    if (unread == null) {
      return true;
    }
    try (KeyValueIterator<Bytes, byte[]> records = store.range(unread, null)) {
      boolean goesOn = true;
      while (goesOn && records.hasNext()) {
        KeyValue<Bytes, byte[]> entry = records.next();
        size++;
        Bytes queue = queueOf(entry.key);
        if (!waiting.containsKey(queue)) {
          await(queue, entry.key, ParkedRecord.fromBytes(entry.value));
        }
        unread = after(entry.key);
        goesOn = hasTime.getAsBoolean();
      }
      if (!records.hasNext()) {
        unread = null;
      }
    }
    return unread == null;
  }

  /**
   * Asks for the ids that are waited for, and hands records of those that are answered to {@code
   * handled}, those of a key in order; lets go those for which it answers true. At least one id is
   * asked for and one record handed over, if there is one.
   */
  void retry(IntFunction<Answer> find, Predicate<InboundRecord> handled, BooleanSupplier hasTime) {
    boolean goesOn = true;
    for (int left = awaited.size(); left > 0 && goesOn; left--) {
      int id = awaited.remove();
      (find.apply(id) instanceof Answer.Unavailable ? awaited : answered).add(id);
      goesOn = hasTime.getAsBoolean();
    }
    do {
      Integer id = answered.peek();
      if (id == null) {
        return;
      }
      drainOne(id, handled, hasTime);
    } while (hasTime.getAsBoolean());
  }

  /** The queue that has waited longest for {@code id}, as far as there is time. */
  private void drainOne(int id, Predicate<InboundRecord> handled, BooleanSupplier hasTime) {
    Map<Bytes, Bytes> line = queues.get(id);
    if (line == null) {
      answered.remove();
      return;
    }
    Iterator<Map.Entry<Bytes, Bytes>> first = line.entrySet().iterator();
    Map.Entry<Bytes, Bytes> entry = first.next();
    Bytes queue = entry.getKey();
    Bytes from = entry.getValue();
    first.remove();
    waiting.remove(queue);
    List<Bytes> done = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> records = store.range(from, last(queue))) {
      boolean goesOn = true;
      while (records.hasNext()) {
        KeyValue<Bytes, byte[]> next = records.next();
        InboundRecord record = ParkedRecord.fromBytes(next.value);
        if (!goesOn) {
          await(queue, next.key, id);
          break;
        }
        if (!handled.test(record)) {
          if (await(queue, next.key, record) == id) {
            // No longer answered: what is known of an id that the registry does not have expires.
            answered.remove();
            awaited.add(id);
          }
          break;
        }
        done.add(next.key);
        goesOn = hasTime.getAsBoolean();
      }
    }
    done.forEach(store::delete);
    size -= done.size();
    if (line.isEmpty()) {
      queues.remove(id);
    }
  }

  private int await(Bytes queue, Bytes place, InboundRecord record) {
    int id = WireFormat.schemaId(record.value());
    await(queue, place, id);
    return id;
  }

  private void await(Bytes queue, Bytes place, int id) {
    waiting.put(queue, id);
    queues
        .computeIfAbsent(
            id,
            unused -> {
              awaited.add(id);
              return new LinkedHashMap<>();
            })
        .put(queue, place);
  }

  private static Bytes queue(String topic, Bytes key) {
    byte[] name = topic.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(2 * Short.BYTES + name.length + key.get().length)
            .putShort((short) name.length)
            .put(name)
            .putShort((short) key.get().length)
            .put(key.get())
            .array());
  }

  private static Bytes place(Bytes queue, long offset) {
    return Bytes.wrap(
        ByteBuffer.allocate(queue.get().length + Long.BYTES)
            .put(queue.get())
            .putLong(offset)
            .array());
  }

  private static Bytes queueOf(Bytes place) {
    return Bytes.wrap(Arrays.copyOf(place.get(), place.get().length - Long.BYTES));
  }

  private static Bytes first(Bytes queue) {
    return place(queue, 0);
  }

  private static Bytes last(Bytes queue) {
    return place(queue, Long.MAX_VALUE);
  }

  /** The key that comes next after {@code place}, whether or not the store has it. */
  private static Bytes after(Bytes place) {
    return Bytes.wrap(Arrays.copyOf(place.get(), place.get().length + 1));
  }
}

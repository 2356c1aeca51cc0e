package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParkingTest {
  private static final int UNKNOWN = 1;
  private static final int KNOWN = 2;
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  private final CountingStore store = new CountingStore();
  private final Set<Integer> answered = new HashSet<>();
  private final List<String> handed = new ArrayList<>();
  private Parking parking = loaded();
  private long offset;

  @Test
  void shouldReadNoParkedRecordWhileNoIdIsAnswered() {
    park("k", UNKNOWN);
    park("k", KNOWN);
    for (int i = 0; i < 100_000; i++) {
      park("other-" + i, UNKNOWN);
    }
    store.reads = 0;

    for (int round = 0; round < 100; round++) {
      retry();
    }

    assertThat(store.reads).isZero();
    assertThat(parking.size()).isEqualTo(100_002);
  }

  @Test
  void shouldReadEachRecordOnceWhenItsIdIsAnswered() {
    park("k", UNKNOWN);
    park("k", KNOWN);
    for (int i = 0; i < 100_000; i++) {
      park("other-" + i, UNKNOWN);
    }
    store.reads = 0;
    answered.add(UNKNOWN);
    answered.add(KNOWN);

    int rounds = 0;
    while (!parking.isEmpty()) {
      int[] left = {1_000};
      parking.retry(this::find, this::handle, () -> left[0]-- > 0);
      rounds++;
    }

    assertThat(rounds).isBetween(100, 300);
    assertThat(handed).hasSize(100_002).startsWith("k 0", "k 1", "other-0 2");
    assertThat(store.reads).isLessThan(2 * 100_002);
    assertThat(parking.size()).isZero();
  }

  @Test
  void shouldNotStartOverAtWhatOneKeyHasLetGo() {
    for (int i = 0; i < 2_000; i++) {
      park("k", UNKNOWN);
    }
    store.reads = 0;
    answered.add(UNKNOWN);

    while (!parking.isEmpty()) {
      parking.retry(this::find, this::handle, () -> false);
    }

    assertThat(handed).hasSize(2_000);
    assertThat(store.reads).as("the record, and the one behind it").isLessThan(4_001);
  }

  @Test
  void shouldHandOverNoMoreThanThereIsTimeFor() {
    park("a", UNKNOWN);
    park("b", UNKNOWN);
    answered.add(UNKNOWN);

    parking.retry(this::find, this::handle, () -> false);

    assertThat(handed).containsExactly("a 0");
    assertThat(parking.holds("t", bytes("a"))).isFalse();
    assertThat(parking.holds("t", bytes("b"))).isTrue();
  }

  @Test
  void shouldKeepAKnownRecordBehindAnUnknownOneOfItsKeyAndTopicOnly() {
    park("a", UNKNOWN);

    assertThat(parking.holds("t", bytes("a"))).isTrue();
    assertThat(parking.holds("u", bytes("a"))).isFalse();
    assertThat(parking.holds("t", bytes("b"))).isFalse();
  }

  @Test
  void shouldReadWhatAnEarlierRunHasParkedBitByBit() {
    for (int i = 0; i < 1_000; i++) {
      park("a-" + i % 10, i % 20 < 10 ? UNKNOWN : KNOWN);
    }
    store.reads = 0;
    parking = new Parking(store);

    assertThat(parking.load(() -> false)).isFalse();
    assertThat(store.reads).isEqualTo(1);
    assertThat(parking.isEmpty()).isFalse();
    assertThat(parking.holds("t", bytes("a-9"))).as("not read as yet").isTrue();
    assertThat(parking.holds("t", bytes("b"))).isFalse();
    park("a-0", UNKNOWN);
    park("a-9", UNKNOWN);
    park("0", UNKNOWN);
    while (!parking.load(() -> false)) {}

    assertThat(parking.size()).isEqualTo(1_003);
    answered.add(UNKNOWN);
    answered.add(KNOWN);
    settle();
    assertThat(handed).hasSize(1_003);
    assertThat(parking.isEmpty()).isTrue();
  }

  @Test
  void shouldAskAnewWhereAnAnswerExpiresBeforeItWasUsed() {
    park("a", UNKNOWN);
    park("b", UNKNOWN);
    answered.add(UNKNOWN);
    parking.retry(this::find, this::handle, () -> false);
    answered.clear();

    retry();
    retry();
    assertThat(handed).containsExactly("a 0");

    answered.add(UNKNOWN);
    settle();
    assertThat(handed).containsExactly("a 0", "b 1");
  }

  /** Against a list of records a key. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldHandOverTheRecordsOfEachKeyInOrder(long seed) {
    Random random = new Random(seed);
    Map<String, Deque<Integer>> model = new TreeMap<>();
    Map<String, List<String>> expected = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      int dice = random.nextInt(100);
      if (dice < 60) {
        String key = "k" + random.nextInt(50);
        int id = random.nextInt(8);
        Deque<Integer> queue = model.computeIfAbsent(key, unused -> new ArrayDeque<>());
        assertThat(parking.holds("t", bytes(key))).isEqualTo(!queue.isEmpty());
        if (!queue.isEmpty() || !answered.contains(id)) {
          expected.computeIfAbsent(key, unused -> new ArrayList<>()).add(key + " " + offset);
          queue.add(id);
          park(key, id);
        }
      } else if (dice < 75) {
        answered.add(random.nextInt(8));
      } else if (dice < 90) {
        answered.remove(random.nextInt(8));
      } else if (dice < 91) {
        parking = loaded();
      } else {
        settle();
        model.values().forEach(this::drain);
      }
    }
    for (int id = 0; id < 8; id++) {
      answered.add(id);
    }
    settle();

    assertThat(parking.isEmpty()).isTrue();
    assertThat(parking.size()).isZero();
    Map<String, List<String>> got = new TreeMap<>();
    handed.forEach(
        each ->
            got.computeIfAbsent(each.substring(0, each.indexOf(' ')), unused -> new ArrayList<>())
                .add(each));
    assertThat(got).isEqualTo(expected);
  }

  private void drain(Deque<Integer> queue) {
    while (!queue.isEmpty() && answered.contains(queue.peek())) {
      queue.remove();
    }
  }

  private Parking loaded() {
    Parking fresh = new Parking(store);
    fresh.load(() -> true);
    return fresh;
  }

  private void settle() {
    for (int i = 0; i < 20; i++) {
      retry();
    }
  }

  private void retry() {
    int[] left = {1_000_000};
    parking.retry(this::find, this::handle, () -> left[0]-- > 0);
  }

  private Answer find(int id) {
    return answered.contains(id) ? new Answer.Found(SCHEMA) : new Answer.Unavailable("away");
  }

  private boolean handle(InboundRecord record) {
    if (!answered.contains(WireFormat.schemaId(record.value()))) {
      return false;
    }
    handed.add(new String(record.key().get(), UTF_8) + " " + record.offset());
    return true;
  }

  private void park(String key, int id) {
    parking.park(
        new InboundRecord(
            "t", 0, offset++, bytes(key), WireFormat.frame(id, new byte[3]), new RecordHeaders()));
  }

  private static Bytes bytes(String key) {
    return Bytes.wrap(key.getBytes(UTF_8));
  }

  /** Counts the records that are read. */
  private static final class CountingStore
      extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
      implements KeyValueStore<Bytes, byte[]> {
    private long reads;

    private CountingStore() {
      super(
          Stores.keyValueStoreBuilder(
                  Stores.inMemoryKeyValueStore("parked"), Serdes.Bytes(), Serdes.ByteArray())
              .withLoggingDisabled()
              .build());
      wrapped().init(new MockProcessorContext<Void, Void>().getStateStoreContext(), wrapped());
    }

    @Override
    public byte[] get(Bytes key) {
      reads++;
      return wrapped().get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
      return counting(wrapped().range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
      return counting(wrapped().all());
    }

    private KeyValueIterator<Bytes, byte[]> counting(KeyValueIterator<Bytes, byte[]> inner) {
      return new KeyValueIterator<>() {
        @Override
        public boolean hasNext() {
          return inner.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
          reads++;
          return inner.next();
        }

        @Override
        public Bytes peekNextKey() {
          return inner.peekNextKey();
        }

        @Override
        public void close() {
          inner.close();
        }
      };
    }

    @Override
    public void put(Bytes key, byte[] value) {
      wrapped().put(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
      return wrapped().putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
      wrapped().putAll(entries);
    }

    @Override
    public byte[] delete(Bytes key) {
      return wrapped().delete(key);
    }

    @Override
    public long approximateNumEntries() {
      return wrapped().approximateNumEntries();
    }
  }
}

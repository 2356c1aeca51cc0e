package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchCacheTest {
  private static final int IDS = 2_000;
  private static final long PLENTY = 10_000_000;

  private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("store").get();
  private int ranges;

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(longs = {0, 100_000, PLENTY})
  void shouldFindWhatTheStoreHasWhateverIsWrittenMeanwhile(long bytes) {
    Random random = new Random(bytes);
    CacheBudget budget = new CacheBudget(bytes);
    StretchCache cache = new StretchCache(store, budget);
    for (int round = 0; round < 40; round++) {
      write(cache, random, random.nextInt(300));
      for (int i = random.nextInt(IDS); i < IDS; i += 1 + random.nextInt(4)) {
        assertThat(found(cache, id(i))).as("%s in round %d", id(i), round).isEqualTo(stored(i));
        if (random.nextInt(50) == 0) {
          write(cache, random, 1);
        }
      }
      assertThat(budget.taken()).isBetween(0L, bytes);
    }

    cache.close();

    assertThat(budget.taken()).isZero();
  }

  @Test
  void shouldReadWhatIsKeptOnce() {
    StretchCache cache = filled(new CacheBudget(PLENTY));
    walk(cache, 0, 1);
    int once = ranges;

    walk(cache, 0, 1);
    walk(cache, 1, 7);

    assertThat(once).isBetween(2, 20);
    assertThat(ranges).isEqualTo(once);
  }

  @Test
  void shouldNotLeaveOutWhatIsBetweenTheRowsOfAWalk() {
    StretchCache cache = filled(new CacheBudget(PLENTY));
    walk(cache, 0, 5);
    int once = ranges;

    walk(cache, 0, 1);

    assertThat(ranges).isEqualTo(once);
  }

  @Test
  void shouldReadAgainWhereMuchHasChanged() {
    StretchCache cache = filled(new CacheBudget(PLENTY));
    walk(cache, 0, 1);
    int once = ranges;
    for (int i = 0; i < IDS / 2; i++) {
      put(cache, i, 3);
    }

    walk(cache, 0, 1);

    assertThat(ranges).isBetween(once + 1, once + once / 2 + 2);
    assertThat(found(cache, id(3))).isEqualTo(stored(3));
  }

  @Test
  void shouldKeepWhatItHasWhereTheBudgetIsUsedUp() {
    CacheBudget budget = new CacheBudget(100_000);
    StretchCache cache = filled(budget);
    walk(cache, 0, 1);
    long taken = budget.taken();
    int first = ranges;

    walk(cache, 0, 1);

    assertThat(taken).isPositive();
    assertThat(first).isLessThan(10);
    assertThat(budget.taken()).isEqualTo(taken);
    assertThat(ranges - first).isLessThan(first);
  }

  @Test
  void shouldReadEachEntryOfAWalkOnceWhereNothingIsKept() {
    StretchCache cache = filled(new CacheBudget(0));
    walk(cache, 0, 1);
    int first = ranges;

    walk(cache, 0, 3);

    assertThat(first).isLessThan(10);
    assertThat(ranges).isEqualTo(2 * first);
  }

  @Test
  void shouldReadValuesOfAnyLength() {
    StretchCache cache = new StretchCache(store, new CacheBudget(PLENTY));
    put(cache, 1, 500_000);
    put(cache, 2, 1);
    put(cache, 3, 70_000);

    for (int i = 0; i < 5; i++) {
      assertThat(found(cache, id(i))).isEqualTo(stored(i));
    }
  }

  private StretchCache filled(CacheBudget budget) {
    StretchCache cache = new StretchCache(counting(), budget);
    for (int i = 0; i < IDS; i++) {
      put(cache, i, 200);
    }
    return cache;
  }

  private void walk(StretchCache cache, int from, int step) {
    for (int i = from; i < IDS; i += step) {
      assertThat(found(cache, id(i))).isEqualTo(stored(i));
    }
  }

  private void write(StretchCache cache, Random random, int times) {
    for (int i = 0; i < times; i++) {
      int number = random.nextInt(IDS);
      if (random.nextInt(4) == 0) {
        store.delete(id(number));
        cache.changed(id(number));
      } else {
        put(cache, number, 1 + random.nextInt(400));
      }
    }
  }

  private void put(StretchCache cache, int number, int length) {
    byte[] arrived = new byte[length];
    arrived[length - 1] = (byte) length;
    store.put(id(number), StoredProposal.toBytes(length, null, "legal", ByteBuffer.wrap(arrived)));
    cache.changed(id(number));
  }

  private byte @Nullable [] stored(int number) {
    byte[] value = store.get(id(number));
    return value == null ? null : arrived(StoredProposal.fromBytes(value));
  }

  private byte @Nullable [] found(StretchCache cache, Bytes id) {
    Stretch stretch = cache.at(id);
    assertThat(stretch.covers(id)).isTrue();
    if (stretch.isChanged(id)) {
      byte[] value = store.get(id);
      return value == null ? null : arrived(StoredProposal.fromBytes(value));
    }
    int entry = stretch.find(id);
    return entry < 0 ? null : arrived(stretch.value(entry));
  }

  private static byte[] arrived(StoredProposal stored) {
    byte[] bytes = new byte[stored.arrived().remaining()];
    stored.arrived().get(bytes);
    return bytes;
  }

  private static Bytes id(int number) {
    return Bytes.wrap("p/%04d".formatted(number).getBytes(UTF_8));
  }

  @SuppressWarnings("unchecked")
  private KeyValueStore<Bytes, byte[]> counting() {
    return (KeyValueStore<Bytes, byte[]>)
        Proxy.newProxyInstance(
            KeyValueStore.class.getClassLoader(),
            new Class<?>[] {KeyValueStore.class},
            (proxy, method, arguments) -> {
              ranges += method.getName().equals("range") ? 1 : 0;
              return method.invoke(store, arguments);
            });
  }
}

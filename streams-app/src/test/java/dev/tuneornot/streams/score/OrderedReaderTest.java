package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderedReaderTest {
  private static final int ENTRIES = 1000;

  private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("store").get();
  private final Map<String, Integer> calls = new HashMap<>();
  private final OrderedReader reader = new OrderedReader(counting(KeyValueStore.class, store));

  @BeforeEach
  void fill() {
    for (int i = 0; i < ENTRIES; i++) {
      store.put(id(i), id(i).get());
    }
  }

  @AfterEach
  void shouldLeaveNoWalkOpen() {
    reader.close();

    assertThat(calls.get("close")).isEqualTo(calls.get("range"));
  }

  @Test
  void shouldFindInOneWalkWhatIsCloseTogether() {
    for (int i = 0; i < ENTRIES; i += 2) {
      assertThat(reader.get(id(i))).isEqualTo(id(i).get());
    }

    assertThat(calls).containsEntry("range", 1).doesNotContainKey("get");
  }

  @Test
  void shouldLookUpWhatIsFarAway() {
    assertThat(reader.get(id(0))).isEqualTo(id(0).get());
    assertThat(reader.get(id(ENTRIES - 1))).isEqualTo(id(ENTRIES - 1).get());

    assertThat(calls).containsEntry("get", 1);
    assertThat(calls.get("next")).isLessThan(100);
  }

  @Test
  void shouldFindInAnyOrderWhatTheStoreFinds() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      Bytes id =
          random.nextInt(10) == 0
              ? Bytes.wrap("p/%04d/none".formatted(random.nextInt(ENTRIES)).getBytes(UTF_8))
              : id(random.nextInt(ENTRIES));

      assertThat(reader.get(id)).isEqualTo(store.get(id));
    }
  }

  @Test
  void shouldSeeWhatWasPutBehindIt() {
    reader.get(id(5));
    store.put(id(5), new byte[] {1});

    assertThat(reader.get(id(5))).containsExactly(1);
  }

  private static Bytes id(int number) {
    return Bytes.wrap("p/%04d".formatted(number).getBytes(UTF_8));
  }

  /** Counts the calls of {@code wrapped} and of the iterators that it gives. */
  @SuppressWarnings("unchecked")
  private <T> T counting(Class<? super T> type, T wrapped) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.merge(method.getName(), 1, Integer::sum);
              try {
                Object result = method.invoke(wrapped, arguments);
                return result instanceof KeyValueIterator<?, ?> walk
                    ? counting(KeyValueIterator.class, walk)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

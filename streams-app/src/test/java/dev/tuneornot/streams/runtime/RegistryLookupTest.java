package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RegistryLookupTest {
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  /** A fourth of the application's, as are the other times here. */
  private static final Duration ASK_AGAIN_AFTER = RegistryLookup.ASK_AGAIN_AFTER.dividedBy(4);

  private static final Duration TWO_PAUSES = ASK_AGAIN_AFTER.multipliedBy(2);

  private final Registry registry = new Registry();

  @Test
  void shouldFindARegisteredSchemaAndAskOnce() throws Exception {
    int id = registry.register("s", new AvroSchema(SCHEMA));
    try (RegistryLookup lookup = lookup(Duration.ZERO)) {
      await(lookup, id, Answer.Found.class);
      assertThat(lookup.find(id)).isEqualTo(new Answer.Found(SCHEMA));
    }
    assertThat(registry.asked).hasValue(1);
  }

  @Test
  void shouldTellUnknownFromUnavailable() throws Exception {
    registry.register("s", new AvroSchema(SCHEMA));
    try (RegistryLookup lookup = lookup(Duration.ZERO)) {
      await(lookup, 4711, Answer.Unknown.class);
      registry.failure = new ConnectException("refused");
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(lookup.find(4712))
                      .isInstanceOfSatisfying(
                          Answer.Unavailable.class,
                          away -> assertThat(away.message()).contains("refused")));
    }
  }

  /** A replica that lags behind says "not found" of what was registered just now. */
  @Test
  void shouldNotBelieveTheFirstNotFound() throws Exception {
    int id = registry.register("s", new AvroSchema(SCHEMA));
    registry.notFoundUntil = System.nanoTime() + TWO_PAUSES.toNanos();
    try (RegistryLookup lookup = lookup(TWO_PAUSES.multipliedBy(5))) {
      while (System.nanoTime() < registry.notFoundUntil) {
        assertThat(lookup.find(id)).isInstanceOf(Answer.Unavailable.class);
        Thread.onSpinWait();
      }
      await(lookup, id, Answer.Found.class);
    }
  }

  @Test
  void shouldBelieveNotFoundOnceItHasBeenSaidForLongEnough() throws Exception {
    registry.register("s", new AvroSchema(SCHEMA));
    long start = System.nanoTime();
    try (RegistryLookup lookup = lookup(TWO_PAUSES)) {
      await(lookup, 4711, Answer.Unknown.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(TWO_PAUSES);
    assertThat(registry.asked.get()).isBetween(2, 5);
  }

  /** Asked again before its answer was used, one would never be answered. */
  @Test
  void shouldUseTheAnswerOfARegistryThatTakesLong() throws Exception {
    registry.register("s", new AvroSchema(SCHEMA));
    registry.delay = TWO_PAUSES;
    try (RegistryLookup lookup = lookup(Duration.ZERO)) {
      await(lookup, 4711, Answer.Unknown.class);
    }
    assertThat(registry.asked).hasValue(1);
  }

  @Test
  void shouldAnswerAllOfManyUnknownIdsAndTheGoodOnesAmongThem() throws Exception {
    int good = registry.register("s", new AvroSchema(SCHEMA));
    Set<Integer> left = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      left.add(1_000 + i);
    }
    try (RegistryLookup lookup = lookup(Duration.ofSeconds(1))) {
      left.forEach(lookup::find);
      long asked = System.nanoTime();
      await(lookup, good, Answer.Found.class);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(100))
          .untilAsserted(
              () -> {
                left.removeIf(id -> lookup.find(id) instanceof Answer.Unknown);
                assertThat(left).isEmpty();
              });
    }
    assertThat(registry.asked.get()).isLessThan(100_000);
  }

  @Test
  void shouldNotWaitForASilentRegistryOverAndOver() {
    registry.silent = new CountDownLatch(1);
    try (RegistryLookup lookup = lookup(Duration.ZERO)) {
      long start = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        assertThat(lookup.find(1)).isInstanceOf(Answer.Unavailable.class);
      }
      for (int id = 0; id < 20_000; id++) {
        assertThat(lookup.find(id)).isInstanceOf(Answer.Unavailable.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(registry.asked.get()).isLessThan(20);
      registry.silent.countDown();
    }
  }

  @Test
  void shouldNotBelieveARegistryThatHasLostWhatWasRegistered() {
    try (RegistryLookup lookup = lookup(Duration.ZERO)) {
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(lookup.find(1))
                      .isEqualTo(new Answer.Unavailable("the registry has lost subject s")));
    }
  }

  private RegistryLookup lookup(Duration patience) {
    return new RegistryLookup(registry, "s", patience, ASK_AGAIN_AFTER);
  }

  private static void await(RegistryLookup lookup, int id, Class<? extends Answer> answer) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(lookup.find(id)).isInstanceOf(answer));
  }

  /** A registry that can be away, silent, slow or behind. */
  private static final class Registry extends MockSchemaRegistryClient {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile IOException failure;
    private volatile CountDownLatch silent;
    private volatile Duration delay = Duration.ZERO;
    private volatile long notFoundUntil = System.nanoTime();

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
      asked.incrementAndGet();
      try {
        if (silent != null) {
          silent.await();
        }
        Thread.sleep(delay.toMillis());
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (failure != null) {
        throw failure;
      }
      if (System.nanoTime() < notFoundUntil) {
        throw new RestClientException("Schema not found", 404, 40403);
      }
      return super.getSchemaById(id);
    }
  }
}

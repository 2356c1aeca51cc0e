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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RegistryLookupTest {
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  @Test
  void shouldFindARegisteredSchemaAndAskOnce() throws Exception {
    Registry registry = new Registry();
    int id = registry.register("s", new AvroSchema(SCHEMA));
    try (RegistryLookup lookup = new RegistryLookup(registry, "s")) {
      assertThat(lookup.find(id)).isEqualTo(new Answer.Found(SCHEMA));
      assertThat(lookup.find(id)).isEqualTo(new Answer.Found(SCHEMA));
    }
    assertThat(registry.asked).hasValue(1);
  }

  @Test
  void shouldTellUnknownFromUnavailable() throws Exception {
    Registry registry = new Registry();
    registry.register("s", new AvroSchema(SCHEMA));
    try (RegistryLookup lookup = new RegistryLookup(registry, "s")) {
      assertThat(lookup.find(4711)).isInstanceOf(Answer.Unknown.class);
      registry.failure = new ConnectException("refused");
      assertThat(lookup.find(4712)).isInstanceOf(Answer.Unavailable.class);
    }
  }

  @Test
  void shouldNotWaitForASilentRegistryOverAndOver() {
    Registry registry = new Registry();
    registry.silent = new CountDownLatch(1);
    try (RegistryLookup lookup = new RegistryLookup(registry, "s")) {
      assertThat(lookup.find(1)).isInstanceOf(Answer.Unavailable.class);
      for (int i = 0; i < 1_000; i++) {
        assertThat(lookup.find(1)).isInstanceOf(Answer.Unavailable.class);
      }
      assertThat(registry.asked).hasValue(1);
      registry.silent.countDown();
    }
  }

  @Test
  void shouldNotBelieveARegistryThatHasLostWhatWasRegistered() {
    Registry empty = new Registry();
    try (RegistryLookup lookup = new RegistryLookup(empty, "s")) {
      assertThat(lookup.find(1))
          .isEqualTo(new Answer.Unavailable("the registry has lost subject s"));
    }
  }

  @Test
  void shouldWaitOnceForManyIdsWhileTheRegistryIsSilent() {
    Registry registry = new Registry();
    registry.silent = new CountDownLatch(1);
    try (RegistryLookup lookup = new RegistryLookup(registry, "s")) {
      long start = System.nanoTime();
      for (int id = 0; id < 20_000; id++) {
        assertThat(lookup.find(id)).isInstanceOf(Answer.Unavailable.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      registry.silent.countDown();
    }
  }

  /** A registry that can be away or silent. */
  private static final class Registry extends MockSchemaRegistryClient {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile IOException failure;
    private volatile CountDownLatch silent;

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
      asked.incrementAndGet();
      if (silent != null) {
        try {
          silent.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      if (failure != null) {
        throw failure;
      }
      return super.getSchemaById(id);
    }
  }
}

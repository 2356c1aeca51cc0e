package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireContractTest {

  private static final String TOPIC = "orders";

  @Test
  void shouldWriteMagicByteThenIdThenAvroBinary() throws IOException {
    try (FakeRegistry registry = FakeRegistry.http();
        KafkaAvroSerializer serializer = serializer(registry.url())) {
      byte[] bytes = serializer.serialize(TOPIC, SampleRecord.create());

      assertThat(bytes).startsWith(0, 0, 0, 0, 42);
      assertThat(bytes).isEqualTo(WireFormat.frame(42, SampleRecord.PAYLOAD));
    }
  }

  @Test
  void shouldReadBackOverHttpWhatWasWritten() throws IOException {
    try (FakeRegistry registry = FakeRegistry.http();
        KafkaAvroSerializer serializer = serializer(registry.url());
        KafkaAvroDeserializer deserializer = deserializer(registry.url())) {
      byte[] bytes = serializer.serialize(TOPIC, SampleRecord.create());

      assertThat(deserializer.deserialize(TOPIC, bytes)).matches(SampleRecord::isEqual);
    }
  }

  @Test
  void shouldReadBackWithTheMockScopeWhatWasWritten() {
    String url = "mock://wire-contract";
    try (KafkaAvroSerializer serializer = serializer(url);
        KafkaAvroDeserializer deserializer = deserializer(url)) {
      byte[] bytes = serializer.serialize(TOPIC, SampleRecord.create());

      assertThat(WireFormat.isFramed(bytes)).isTrue();
      assertThat(deserializer.deserialize(TOPIC, bytes)).matches(SampleRecord::isEqual);
    }
  }

  @Test
  void shouldKeepNullAsNull() {
    String url = "mock://wire-contract";
    try (KafkaAvroSerializer serializer = serializer(url);
        KafkaAvroDeserializer deserializer = deserializer(url)) {
      assertThat(serializer.serialize(TOPIC, null)).isNull();
      assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }
  }

  private static KafkaAvroSerializer serializer(String url) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(Map.of("schema.registry.url", url), false);
    return serializer;
  }

  private static KafkaAvroDeserializer deserializer(String url) {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(Map.of("schema.registry.url", url), false);
    return deserializer;
  }
}

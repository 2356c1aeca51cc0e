package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RegistryClientsTest {

  @Test
  void shouldRefuseSettingsWithoutUrl() {
    assertThatThrownBy(() -> RegistryClients.create(Map.of("bootstrap.servers", "localhost:9092")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url");
  }

  @Test
  void shouldShareTheMockScopeWithSerializers() throws Exception {
    Map<String, String> settings = Map.of("schema.registry.url", "mock://registry-clients");
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        SchemaRegistryClient client = RegistryClients.create(settings)) {
      serializer.configure(settings, false);

      byte[] bytes = serializer.serialize("orders", SampleRecord.create());

      assertThat(client.getSchemaById(WireFormat.schemaId(bytes)).rawSchema())
          .isEqualTo(SampleRecord.SCHEMA);
    }
  }

  @Test
  void shouldServeSerializersThatAreGivenTheClient() throws Exception {
    try (FakeRegistry registry = FakeRegistry.http();
        SchemaRegistryClient client =
            RegistryClients.create(Map.of("schema.registry.url", registry.url()));
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(client)) {
      int id = client.register("orders-value", new AvroSchema(SampleRecord.SCHEMA));

      byte[] value = WireFormat.frame(id, SampleRecord.PAYLOAD);

      assertThat(deserializer.deserialize("orders", value)).matches(SampleRecord::isEqual);
    }
  }

  @Test
  void shouldTryTheNextUrlOfAList() throws Exception {
    String closed;
    try (FakeRegistry registry = FakeRegistry.http()) {
      closed = registry.url();
    }
    try (FakeRegistry registry = FakeRegistry.http();
        SchemaRegistryClient client =
            RegistryClients.create(
                Map.of("schema.registry.url", List.of(closed, registry.url())))) {
      assertThat(client.getAllSubjects()).containsExactly("orders-value");
    }
  }

  @Test
  void shouldSayWhatIsWrongWithTheSettingsOfTls() {
    assertThatThrownBy(
            () ->
                RegistryClients.create(
                    Map.of(
                        "schema.registry.url", "http://127.0.0.1:1",
                        "schema.registry.ssl.truststore.password", "planted")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("No registry client can be made of the settings: SSL trust store")
        .hasMessageNotContaining("planted");
  }
}

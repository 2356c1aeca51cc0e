package dev.tuneornot.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {

  private static final Schema SCHEMA = new Schema.Parser().parse(Schemas.A);
  private static final GenericRecord RECORD =
      new GenericRecordBuilder(SCHEMA).set("a", "ä").build();

  @TempDir private Path directory;
  private EmbeddedBroker broker;

  @BeforeEach
  void startBroker() throws IOException {
    broker = EmbeddedBroker.start(directory);
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void shouldServeTheGenuineSerializerAndDeserializer() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers());
        KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      serializer.configure(settings(registry), false);
      deserializer.configure(settings(registry), false);

      byte[] value = serializer.serialize("orders", RECORD);

      assertThat(WireFormat.schemaId(value)).isEqualTo(1);
      assertThat(deserializer.deserialize("orders", value)).isEqualTo(RECORD);
    }
  }

  @Test
  void shouldServeTheGenuineClient() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers());
        SchemaRegistryClient client = RegistryClients.create(settings(registry))) {
      int id = client.register("orders-value", new AvroSchema(Schemas.A));

      assertThat(client.getAllSubjects()).containsExactly("orders-value");
      assertThat(client.getId("orders-value", new AvroSchema(Schemas.A))).isEqualTo(id);
      assertThat(client.getLatestSchemaMetadata("orders-value").getVersion()).isEqualTo(1);
      assertThat(client.getAllVersionsById(id)).hasSize(1);
      assertThat(
              client.testCompatibilityVerbose(
                  "orders-value", new AvroSchema(Schemas.A_WITH_REQUIRED_B)))
          .isNotEmpty();
      assertThat(client.updateCompatibility("orders-value", "NONE")).isEqualTo("NONE");
      assertThat(client.getCompatibility("orders-value")).isEqualTo("NONE");
      assertThat(client.getMode()).isEqualTo("READWRITE");
      assertThat(client.deleteSubject("orders-value")).containsExactly(1);
      assertThat(client.deleteSubject("orders-value", true)).containsExactly(1);
      assertThat(RegistryFailure.of(catchThrowable(() -> client.getSchemaById(99))))
          .isEqualTo(RegistryFailure.NOT_FOUND);
    }
  }

  @Test
  void shouldKeepIdsOverARestartOfBrokerAndRegistry() throws Exception {
    byte[] value;
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers());
        KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        SchemaRegistryClient client = RegistryClients.create(settings(registry))) {
      client.register("others-value", new AvroSchema(Schemas.OTHER));
      serializer.configure(settings(registry), false);
      value = serializer.serialize("orders", RECORD);
      assertThat(WireFormat.schemaId(value)).isEqualTo(2);
    }
    broker.close();
    broker = EmbeddedBroker.start(directory);
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers());
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
        SchemaRegistryClient client = RegistryClients.create(settings(registry))) {
      deserializer.configure(settings(registry), false);

      assertThat(deserializer.deserialize("orders", value)).isEqualTo(RECORD);
      assertThat(client.getId("others-value", new AvroSchema(Schemas.OTHER))).isEqualTo(1);
      assertThat(client.register("new-value", new AvroSchema(Schemas.A_WITH_OPTIONAL_B)))
          .isEqualTo(3);
    }
  }

  @Test
  void shouldBeUnreachableOnceClosed() throws Exception {
    EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers());
    registry.close();
    try (SchemaRegistryClient client = RegistryClients.create(settings(registry))) {
      Throwable failure = catchThrowable(client::getAllSubjects);

      assertThat(RegistryFailure.of(failure)).isEqualTo(RegistryFailure.UNREACHABLE);
    }
  }

  @Test
  void shouldAnswerThatTheStoreFailedWhenTheBrokerIsGone() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers());
        SchemaRegistryClient client = RegistryClients.create(settings(registry))) {
      broker.close();

      Throwable failure =
          catchThrowable(() -> client.register("orders-value", new AvroSchema(Schemas.A)));

      assertThat(failure).hasMessageContaining("50001");
      assertThat(RegistryFailure.of(failure)).isEqualTo(RegistryFailure.UNREACHABLE);
    }
  }

  @Test
  void shouldNameAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> EmbeddedRegistry.start(broker.bootstrapServers(), taken.getLocalPort()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1 is not free");
    }
  }

  @Test
  void shouldRefuseATopicThatForgets() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      NewTopic topic = new NewTopic(RegistryTopic.NAME, Optional.of(1), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }

    assertThatThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("topic _schemas, cleanup.policy = delete: must be compact");
  }

  private static Map<String, Object> settings(EmbeddedRegistry registry) {
    return Map.of("schema.registry.url", registry.url());
  }
}

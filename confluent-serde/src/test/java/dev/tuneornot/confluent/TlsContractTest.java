package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsContractTest {

  @TempDir private static Path folder;
  private static SelfSignedKeystore keystore;

  @BeforeAll
  static void createKeystore() throws Exception {
    keystore = SelfSignedKeystore.create(folder.resolve("registry.p12"));
  }

  @Test
  void shouldTrustTheGivenTruststore() throws Exception {
    try (FakeRegistry registry = FakeRegistry.https(keystore.serverContext());
        KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      serializer.configure(trusting(registry.url()), false);
      deserializer.configure(trusting(registry.url()), false);

      byte[] bytes = serializer.serialize("orders", SampleRecord.create());

      assertThat(deserializer.deserialize("orders", bytes)).matches(SampleRecord::isEqual);
    }
  }

  @Test
  void shouldRefuseAnUnknownCertificateAsUnreachable() throws Exception {
    try (FakeRegistry registry = FakeRegistry.https(keystore.serverContext());
        SchemaRegistryClient client =
            RegistryClients.create(Map.of("schema.registry.url", registry.url()))) {
      Throwable failure = catchThrowable(client::getAllSubjects);

      assertThat(failure).isInstanceOf(SSLException.class);
      assertThat(RegistryFailure.of(failure)).isEqualTo(RegistryFailure.UNREACHABLE);
    }
  }

  private static Map<String, Object> trusting(String url) {
    return Map.of(
        "schema.registry.url",
        url,
        "schema.registry.ssl.truststore.location",
        keystore.file().toString(),
        "schema.registry.ssl.truststore.type",
        "PKCS12",
        "schema.registry.ssl.truststore.password",
        SelfSignedKeystore.PASSWORD);
  }
}

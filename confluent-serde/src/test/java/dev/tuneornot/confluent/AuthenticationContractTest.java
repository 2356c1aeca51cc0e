package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationContractTest {

  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("alice:s3cret".getBytes(StandardCharsets.UTF_8));

  static Stream<Arguments> sources() {
    return Stream.of(
        argumentSet("no authentication", "", Map.of(), "none"),
        argumentSet(
            "basic, USER_INFO",
            "",
            Map.of(
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "alice:s3cret"),
            BASIC),
        argumentSet(
            "basic, USER_INFO under the client's namespace",
            "",
            Map.of(
                "schema.registry.basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "alice:s3cret"),
            BASIC),
        argumentSet(
            "basic, URL", "alice:s3cret@", Map.of("basic.auth.credentials.source", "URL"), BASIC),
        argumentSet(
            "basic, SASL_INHERIT",
            "",
            Map.of(
                "basic.auth.credentials.source",
                "SASL_INHERIT",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"alice\" password=\"s3cret\";"),
            BASIC),
        argumentSet(
            "bearer, STATIC_TOKEN",
            "",
            Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"),
            "Bearer t0ken"),
        argumentSet(
            "bearer, CUSTOM",
            "",
            Map.of(
                "bearer.auth.credentials.source",
                "CUSTOM",
                "bearer.auth.custom.provider.class",
                FixedToken.class.getName()),
            "Bearer fixed"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldSendCredentialsOfClient(
      String userInfo, Map<String, String> settings, String expectedHeader) throws Exception {
    try (FakeRegistry registry = FakeRegistry.http();
        SchemaRegistryClient client =
            RegistryClients.create(with(registry.url(), userInfo, settings))) {
      assertThat(client.getAllSubjects()).containsExactly("orders-value");

      assertThat(registry.authorizations()).containsExactly(expectedHeader);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldSendCredentialsOfSerializer(
      String userInfo, Map<String, String> settings, String expectedHeader) throws Exception {
    try (FakeRegistry registry = FakeRegistry.http();
        KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      serializer.configure(with(registry.url(), userInfo, settings), false);

      serializer.serialize("orders", SampleRecord.create());

      assertThat(registry.authorizations()).containsExactly(expectedHeader);
    }
  }

  private static Map<String, Object> with(
      String url, String userInfo, Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("schema.registry.url", url.replace("://", "://" + userInfo));
    return all;
  }

  /** Loaded by name. */
  public static final class FixedToken implements BearerAuthCredentialProvider {
    @Override
    public String getBearerToken(URL url) {
      return "fixed";
    }

    @Override
    public void configure(Map<String, ?> settings) {}
  }
}

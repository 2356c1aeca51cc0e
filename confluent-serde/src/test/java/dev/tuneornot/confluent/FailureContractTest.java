package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How failures look through the genuine serializer and deserializer. */
class FailureContractTest {

  private static final byte[] VALUE = WireFormat.frame(42, SampleRecord.PAYLOAD);

  static Stream<Arguments> answers() {
    String unknown = "{\"error_code\":%d,\"message\":\"not found\"}";
    String maintenance = "<html>Service unavailable</html>";
    return Stream.of(
        argumentSet("40403", 404, unknown.formatted(40403), RegistryFailure.NOT_FOUND),
        argumentSet("40401", 404, unknown.formatted(40401), RegistryFailure.NOT_FOUND),
        argumentSet(
            "404 of a wrong path", 404, unknown.formatted(404), RegistryFailure.UNREACHABLE),
        argumentSet("404 of a proxy", 404, maintenance, RegistryFailure.UNREACHABLE),
        argumentSet(
            "401",
            401,
            "{\"error_code\":401,\"message\":\"Unauthorized\"}",
            RegistryFailure.UNAUTHORIZED),
        argumentSet("401 without a body", 401, "", RegistryFailure.UNAUTHORIZED),
        argumentSet(
            "403",
            403,
            "{\"error_code\":40301,\"message\":\"Forbidden\"}",
            RegistryFailure.UNAUTHORIZED),
        argumentSet("408", 408, maintenance, RegistryFailure.UNREACHABLE),
        argumentSet("429", 429, maintenance, RegistryFailure.UNREACHABLE),
        argumentSet(
            "500",
            500,
            "{\"error_code\":50001,\"message\":\"Error in the backend\"}",
            RegistryFailure.UNREACHABLE),
        argumentSet("503 of a proxy", 503, maintenance, RegistryFailure.UNREACHABLE),
        argumentSet("garbage with 200", 200, maintenance, RegistryFailure.UNREACHABLE),
        argumentSet("half an answer", 200, "{\"schema\":", RegistryFailure.UNREACHABLE),
        argumentSet(
            "409", 409, "{\"error_code\":409,\"message\":\"Incompatible\"}", RegistryFailure.OTHER),
        argumentSet(
            "422", 422, "{\"error_code\":42201,\"message\":\"Invalid\"}", RegistryFailure.OTHER));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void shouldTellFailuresOfReadingApart(int status, String body, RegistryFailure expected)
      throws IOException {
    try (FakeRegistry registry = FakeRegistry.http();
        KafkaAvroDeserializer deserializer = deserializer(registry.url())) {
      registry.answerAlways(status, body);

      Throwable failure = catchThrowable(() -> deserializer.deserialize("orders", VALUE));

      assertThat(RegistryFailure.of(failure)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void shouldTellFailuresOfWritingApart(int status, String body, RegistryFailure expected)
      throws IOException {
    try (FakeRegistry registry = FakeRegistry.http();
        KafkaAvroSerializer serializer = serializer(registry.url())) {
      registry.answerAlways(status, body);

      Throwable failure =
          catchThrowable(() -> serializer.serialize("orders", SampleRecord.create()));

      assertThat(RegistryFailure.of(failure)).isEqualTo(expected);
    }
  }

  @Test
  void shouldTellConnectionRefusedFromNotFound() throws IOException {
    String url;
    try (FakeRegistry registry = FakeRegistry.http()) {
      url = registry.url();
    }
    try (KafkaAvroDeserializer deserializer = deserializer(url);
        KafkaAvroSerializer serializer = serializer(url)) {
      Throwable reading = catchThrowable(() -> deserializer.deserialize("orders", VALUE));
      Throwable writing =
          catchThrowable(() -> serializer.serialize("orders", SampleRecord.create()));

      assertThat(RegistryFailure.of(reading)).isEqualTo(RegistryFailure.UNREACHABLE);
      assertThat(RegistryFailure.of(writing)).isEqualTo(RegistryFailure.UNREACHABLE);
    }
  }

  @Test
  void shouldNotTakeADamagedPayloadForAnOutage() throws IOException {
    try (FakeRegistry registry = FakeRegistry.http();
        KafkaAvroSerializer serializer = serializer(registry.url());
        KafkaAvroDeserializer deserializer = deserializer(registry.url())) {
      byte[] value = serializer.serialize("orders", SampleRecord.create());
      byte[] truncated = Arrays.copyOf(value, value.length - 3);
      byte[] corrupt = value.clone();
      Arrays.fill(corrupt, WireFormat.HEADER_BYTES + 3, corrupt.length, (byte) 0xff);

      assertThat(RegistryFailure.of(failureOf(deserializer, truncated)))
          .isEqualTo(RegistryFailure.OTHER);
      assertThat(RegistryFailure.of(failureOf(deserializer, corrupt)))
          .isEqualTo(RegistryFailure.OTHER);
      assertThat(RegistryFailure.of(failureOf(deserializer, new byte[] {1, 2, 3})))
          .isEqualTo(RegistryFailure.OTHER);
    }
  }

  private static Throwable failureOf(KafkaAvroDeserializer deserializer, byte[] value) {
    Throwable failure = catchThrowable(() -> deserializer.deserialize("orders", value));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static KafkaAvroDeserializer deserializer(String url) {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(Map.of("schema.registry.url", url), false);
    return deserializer;
  }

  private static KafkaAvroSerializer serializer(String url) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(Map.of("schema.registry.url", url), false);
    return serializer;
  }
}

package dev.tuneornot.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  private final Failures failures =
      new Failures(
          ConnectionSettings.resolve(
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of("bootstrap.servers", "b:9092", "schema.registry.url", "http://u:p@r:8081")));

  @ParameterizedTest(name = "{0}")
  @MethodSource("kafkaFailures")
  void shouldSayWhatAFailureOfKafkaMeans(Exception cause, String sentence) {
    assertThat(failures.ofKafka(new ExecutionException(cause)))
        .hasMessageStartingWith("Kafka at b:9092 " + sentence);
  }

  static Stream<Arguments> kafkaFailures() {
    return Stream.of(
        Arguments.of(new TimeoutException("late"), "cannot be reached or does not answer: late"),
        Arguments.of(new SaslAuthenticationException("no"), "did not accept the credentials: no"),
        Arguments.of(new TopicAuthorizationException("t"), "does not allow it: t"),
        Arguments.of(new UnknownTopicOrPartitionException("t"), "does not have a topic"),
        Arguments.of(new RecordTooLargeException("2 MB"), "takes no record of this size: 2 MB"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("registryFailures")
  void shouldSayWhatAFailureOfTheRegistryMeans(Exception cause, String sentence) {
    assertThat(failures.ofRegistry(new SerializationException("wrapped", cause)))
        .hasMessageStartingWith("The schema registry at http://r:8081 " + sentence);
  }

  static Stream<Arguments> registryFailures() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), "cannot be reached: refused"),
        Arguments.of(new RestClientException("no", 401, 40101), "did not accept the credentials"),
        Arguments.of(new RestClientException("none", 404, 40403), "does not have the schema"),
        Arguments.of(new RestClientException("clash", 409, 409), "refused: clash"));
  }
}

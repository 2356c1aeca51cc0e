package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryFailureTest {

  static Stream<Arguments> causes() {
    SSLHandshakeException handshake = new SSLHandshakeException("closed");
    handshake.initCause(new EOFException("SSL peer shut down incorrectly"));
    return Stream.of(
        argumentSet("refused", new ConnectException(), RegistryFailure.UNREACHABLE),
        argumentSet("timeout", new SocketTimeoutException(), RegistryFailure.UNREACHABLE),
        argumentSet("no such host", new UnknownHostException(), RegistryFailure.UNREACHABLE),
        argumentSet("any other I/O", new IOException("broken"), RegistryFailure.UNREACHABLE),
        argumentSet("closed in the handshake", handshake, RegistryFailure.UNREACHABLE),
        argumentSet("end of payload", new EOFException(), RegistryFailure.OTHER),
        argumentSet("wrong type", new AvroTypeException("int"), RegistryFailure.OTHER),
        argumentSet(
            "schema not found",
            new RestClientException("Schema not found", 404, 40403),
            RegistryFailure.NOT_FOUND));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void shouldJudgeByTheCauseWhateverIsAround(Throwable cause, RegistryFailure expected) {
    Throwable wrapped =
        new IllegalStateException(new SerializationException("Error retrieving", cause));

    assertThat(RegistryFailure.of(cause)).isEqualTo(expected);
    assertThat(RegistryFailure.of(wrapped)).isEqualTo(expected);
  }

  @Test
  void shouldEndOnARingOfCauses() {
    RuntimeException first = new IllegalStateException("first");
    RuntimeException second = new IllegalStateException("second", first);
    first.initCause(second);

    assertThat(RegistryFailure.of(first)).isEqualTo(RegistryFailure.OTHER);
  }
}

package dev.tuneornot.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.RootCause;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadFailuresTest {
  private final ThreadFailures failures = new ThreadFailures();

  @Test
  void shouldReplaceAThreadThatDied() {
    assertThat(failures.handle(new StreamsException("broken"))).isEqualTo(REPLACE_THREAD);
    assertThat(failures.fatal()).isNull();
  }

  @Test
  void shouldStopRatherThanReplaceForever() {
    for (int i = 0; i < 5; i++) {
      assertThat(failures.handle(new StreamsException("broken"))).isEqualTo(REPLACE_THREAD);
    }

    assertThat(failures.handle(new StreamsException("broken"))).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(failures.fatal()).hasMessage("broken");
  }

  /** What the broker says to one that stood still for longer than its transaction may last. */
  static Stream<RuntimeException> endedTransactions() {
    return Stream.of(
        new InvalidTxnStateException("The producer attempted a transactional operation"),
        new InvalidProducerEpochException("old epoch"),
        new ProducerFencedException("fenced"),
        new InvalidPidMappingException("forgotten"),
        new TransactionAbortableException("abort it"));
  }

  @ParameterizedTest
  @MethodSource("endedTransactions")
  void shouldGoOnReplacingWhereTheBrokerEndedATransaction(RuntimeException cause) {
    for (int i = 0; i < 100; i++) {
      StreamsException failure =
          new StreamsException("Error encountered trying to commit a transaction", cause);
      assertThat(failures.handle(failure)).isEqualTo(REPLACE_THREAD);
    }
    assertThat(failures.fatal()).isNull();
    assertThat(failures.handle(new StreamsException("broken"))).isEqualTo(REPLACE_THREAD);
  }

  @Test
  void shouldStopWhereOnlyAnOperatorCanHelp() {
    StreamsException denied =
        new StreamsException("task failed", new TopicAuthorizationException("recommendations"));

    assertThat(failures.handle(denied)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(RootCause.of(failures.fatal()).toString()).contains("TopicAuthorizationException");
  }

  @Test
  void shouldStopWhereASourceTopicIsGone() {
    assertThat(failures.handle(new MissingSourceTopicException("proposals")))
        .isEqualTo(SHUTDOWN_CLIENT);
  }
}

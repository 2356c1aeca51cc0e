package dev.tuneornot.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

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

  @Test
  void shouldStopWhereOnlyAnOperatorCanHelp() {
    StreamsException denied =
        new StreamsException("task failed", new TopicAuthorizationException("recommendations"));

    assertThat(failures.handle(denied)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(ThreadFailures.rootMessage(failures.fatal()))
        .contains("TopicAuthorizationException");
  }

  @Test
  void shouldStopWhereASourceTopicIsGone() {
    assertThat(failures.handle(new MissingSourceTopicException("proposals")))
        .isEqualTo(SHUTDOWN_CLIENT);
  }
}

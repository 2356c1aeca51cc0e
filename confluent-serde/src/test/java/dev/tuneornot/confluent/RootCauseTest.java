package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class RootCauseTest {

  @Test
  void shouldSayWhatLiesAtTheBottom() {
    IOException root = new IOException("keystore was tampered with");
    KafkaException failure = new KafkaException("Failed", new KafkaException(root));

    assertThat(RootCause.of(failure)).isSameAs(root);
    assertThat(RootCause.message(failure)).isEqualTo("keystore was tampered with");
    assertThat(RootCause.message(root)).isEqualTo("keystore was tampered with");
  }

  @Test
  void shouldSayWhatItIsWhereItSaysNothing() {
    assertThat(RootCause.message(new KafkaException("outer", new IllegalStateException())))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void shouldEndWhereCausesGoInACircle() {
    Exception one = new Exception("one");
    one.initCause(new Exception("two", one));

    assertThat(RootCause.message(one)).isIn("one", "two");
  }
}

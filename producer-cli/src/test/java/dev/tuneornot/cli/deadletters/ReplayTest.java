package dev.tuneornot.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.testing.RecordingSender;
import dev.tuneornot.cli.testing.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private final RecordingSender kafka = new RecordingSender();
  private final List<DeadLetter> shown = new ArrayList<>();
  private final Refusals refusals = new Refusals(Shell.plain().surroundings());
  private final Replay replay = new Replay("eu.", letter -> true, kafka.sender(), rows(), refusals);

  @Test
  void shouldSendTheOriginalBackToWhereItCameFrom() {
    replay.accept(deadLetter("p-1", "eu.proposals"));

    ProducerRecord<byte[], byte[]> sent = kafka.sent().get(0);
    assertThat(sent.topic()).isEqualTo("eu.proposals");
    assertThat(new String(sent.key(), UTF_8)).isEqualTo("p-1");
    assertThat(sent.value()).containsExactly(1, 2);
    assertThat(sent.partition()).isNull();
    assertThat(sent.headers())
        .extracting(Header::key)
        .containsExactly("traceparent", BatchId.HEADER);
    assertThat(replay.count()).isEqualTo(1);
    assertThat(shown)
        .singleElement()
        .isEqualTo(
            new DeadLetter(
                2,
                7,
                "p-1",
                "INVALID_RECORD",
                "title: must be at most 500 characters",
                "eu.proposals",
                "eu.proposals-3@120",
                "2026-11-22T00:00:00Z",
                2));
  }

  @Test
  void shouldOnlyShowWithoutASender() {
    new Replay("eu.", letter -> true, null, rows(), refusals)
        .accept(deadLetter("p-1", "eu.proposals"));

    assertThat(shown).hasSize(1);
    assertThat(kafka.sent()).isEmpty();
  }

  @Test
  void shouldPassOverWhatIsNotWanted() {
    new Replay("eu.", letter -> false, kafka.sender(), rows(), refusals)
        .accept(deadLetter("p-1", "eu.proposals"));

    assertThat(shown).isEmpty();
    assertThat(kafka.sent()).isEmpty();
  }

  @Test
  void shouldRefuseOtherTopicsWhateverTheHeaderSays() {
    replay.accept(deadLetter("p-1", "eu.recommendations"));
    replay.accept(deadLetter("p-1", "proposals"));

    assertThat(kafka.sent()).isEmpty();
    assertThat(refusals.count()).isEqualTo(2);
    assertThat(refusals.exitCode()).isEqualTo(3);
  }

  @Test
  void shouldRefuseWhatHasNoKey() {
    replay.accept(deadLetter(null, "eu.proposals"));

    assertThat(kafka.sent()).isEmpty();
    assertThat(refusals.count()).isEqualTo(1);
  }

  private RowWriter<DeadLetter> rows() {
    return new RowWriter<>() {
      @Override
      public void write(DeadLetter row) {
        shown.add(row);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static ConsumerRecord<byte[], byte[]> deadLetter(@Nullable String key, String topic) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", new byte[] {9});
    headers.add(BatchId.HEADER, "an earlier batch".getBytes(UTF_8));
    headers.add("tune-or-not.reason", "INVALID_RECORD".getBytes(UTF_8));
    headers.add("tune-or-not.refused-at", "2026-11-22T00:00:00Z".getBytes(UTF_8));
    headers.add(
        "__streams.errors.message", "title: must be at most 500 characters".getBytes(UTF_8));
    headers.add("__streams.errors.topic", topic.getBytes(UTF_8));
    headers.add("__streams.errors.partition", "3".getBytes(UTF_8));
    headers.add("__streams.errors.offset", "120".getBytes(UTF_8));
    return new ConsumerRecord<>(
        "eu.dead-letters",
        2,
        7,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        key == null ? null : key.getBytes(UTF_8),
        new byte[] {1, 2},
        headers,
        Optional.empty());
  }
}

package dev.tuneornot.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.cli.console.OperationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

  private static final TopicPartition ZERO = new TopicPartition("recommendations", 0);
  private static final TopicPartition ONE = new TopicPartition("recommendations", 1);

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final TopicReader reader = reader(kafka);

  private static TopicReader reader(MockConsumer<byte[], byte[]> consumer) {
    return new TopicReader(
        consumer,
        new Failures(
            ConnectionSettings.resolve(
                Map.of(), Map.of(), Map.of(), Map.of("bootstrap.servers", "b:9092"))),
        List.of(ZERO, ONE));
  }

  @BeforeEach
  void begin() {
    kafka.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
    reader.begin();
  }

  @Test
  void shouldReadEveryPartitionUpToItsEnd() {
    kafka.updateEndOffsets(Map.of(ZERO, 2L, ONE, 1L));
    add(ZERO, 0, "a");
    add(ONE, 0, "b");
    kafka.schedulePollTask(() -> add(ZERO, 1, "c"));
    List<String> keys = new ArrayList<>();

    reader.readToEnd(record -> keys.add(new String(record.key(), UTF_8)));

    assertThat(keys).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void shouldEndAtOnceOnAnEmptyTopic() {
    kafka.updateEndOffsets(Map.of(ZERO, 0L, ONE, 0L));
    Map<String, byte[]> nothing = new HashMap<>();

    reader.readToEnd(record -> nothing.put("", record.value()));

    assertThat(nothing).isEmpty();
  }

  @Test
  void shouldPassOverWhatIsThereAlready() {
    kafka.updateEndOffsets(Map.of(ZERO, 5L, ONE, 1L));

    reader.skipToEnd();

    assertThat(kafka.position(ZERO)).isEqualTo(5);
    assertThat(kafka.position(ONE)).isEqualTo(1);
  }

  @Test
  void shouldSayThatTheBrokerIsAwayWhileReading() {
    kafka.updateEndOffsets(Map.of(ZERO, 2L, ONE, 0L));
    kafka.setPollException(new KafkaException(new TimeoutException("gone")));

    assertThatThrownBy(() -> reader.readToEnd(record -> {}))
        .isInstanceOf(OperationFailure.class)
        .hasMessageContainingAll("b:9092", "gone");
  }

  @Test
  void shouldSayWithinTenSecondsThatKafkaIsAwayAndThatItIsBack() {
    AtomicLong now = new AtomicLong();
    AtomicBoolean away = new AtomicBoolean(true);
    MockConsumer<byte[], byte[]> silent =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized Map<TopicPartition, Long> endOffsets(
              Collection<TopicPartition> partitions, Duration patience) {
            if (away.get()) {
              now.addAndGet(patience.toNanos());
              throw new TimeoutException("no answer");
            }
            return Map.of();
          }
        };
    List<String> said = new ArrayList<>();
    Presence presence = new Presence(reader(silent), "b:9092", said::add, now::get);

    for (int i = 0; i < 8; i++) {
      now.addAndGet(Duration.ofMillis(500).toNanos());
      presence.polled(false);
    }
    assertThat(said).containsExactly("Kafka at b:9092 does not answer; waiting for it");
    assertThat(now.get()).isLessThan(Duration.ofSeconds(10).toNanos());

    presence.polled(false);
    away.set(false);
    presence.polled(false);
    presence.polled(true);
    assertThat(said).endsWith("Kafka at b:9092 is back").hasSize(2);
  }

  private void add(TopicPartition partition, long offset, String key) {
    kafka.addRecord(
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), offset, key.getBytes(UTF_8), new byte[0]));
  }
}

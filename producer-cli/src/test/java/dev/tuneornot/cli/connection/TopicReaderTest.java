package dev.tuneornot.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.cli.console.OperationFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final TopicReader reader =
      new TopicReader(
          kafka,
          new Failures(
              ConnectionSettings.resolve(
                  Map.of(), Map.of(), Map.of(), Map.of("bootstrap.servers", "b:9092"))),
          List.of(ZERO, ONE));

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

  private void add(TopicPartition partition, long offset, String key) {
    kafka.addRecord(
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), offset, key.getBytes(UTF_8), new byte[0]));
  }
}

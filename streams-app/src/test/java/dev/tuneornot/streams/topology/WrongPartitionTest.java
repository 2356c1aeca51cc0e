package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.inbound.Admission.PartitionCheck;
import dev.tuneornot.streams.inbound.DeadLetters;
import dev.tuneornot.streams.reference.ValidateProcessor;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that partition by another hash: the same key in two tasks would be two truths. */
class WrongPartitionTest {
  private static final int PARTITIONS = 4;

  @TempDir private File directory;
  private MockProcessorContext<byte[], Object> context;
  private ValidateProcessor processor;

  @BeforeEach
  void start() {
    processor = processor(PartitionCheck.murmur2(partitions()));
  }

  private static Map<String, Integer> partitions() {
    return Map.of("pricing", PARTITIONS, "policies", PARTITIONS, "commands", PARTITIONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pricing", "policies", "commands"})
  void shouldRefuseARecordOfAnyInputInAnotherPartitionThanItsKeys(String topic) {
    delete(topic, key(i -> murmur2(i) != 0), 0);

    assertThat(context.forwarded())
        .singleElement()
        .satisfies(
            forward -> {
              assertThat(forward.childName()).contains(Names.VALIDATE_DEAD_LETTERS_SINK);
              assertThat(header(forward.record())).isEqualTo("WRONG_PARTITION");
            });
  }

  /** The one that partitions as librdkafka does by default reaches nothing with its key here. */
  @Test
  void shouldTakeOnlyOneOfTwoClientsThatPartitionDifferently() {
    String both = key(i -> murmur2(i) == 0 && crc32(i) == 0);
    String wrong = key(i -> murmur2(i) != 0 && crc32(i) == 0);

    processor.process(command(both, 0));
    processor.process(command(wrong, 1));

    assertThat(context.forwarded())
        .extracting(forward -> header(forward.record()))
        .containsExactly("INVALID_RECORD", "WRONG_PARTITION");
  }

  @Test
  void shouldTakeAllWhereTheCheckIsOff() {
    processor = processor(PartitionCheck.NONE);

    delete("pricing", key(i -> murmur2(i) != 0), 0);

    assertThat(context.forwarded()).isEmpty();
  }

  private ValidateProcessor processor(PartitionCheck check) {
    MockTask task = new MockTask(directory, 0);
    context = task.context;
    ValidateProcessor fresh = task.validate(check);
    fresh.init(context);
    return fresh;
  }

  private Record<byte[], byte[]> command(String key, long offset) {
    context.setRecordMetadata("commands", 0, offset);
    return new Record<>(key.getBytes(UTF_8), new byte[0], 0);
  }

  private void delete(String topic, String key, int partition) {
    context.setRecordMetadata(topic, partition, 0);
    processor.process(new Record<>(key.getBytes(UTF_8), null, 0));
  }

  private static String key(IntPredicate fits) {
    return "m-" + IntStream.range(0, 10_000).filter(fits).findFirst().orElseThrow();
  }

  private static int murmur2(int number) {
    return Utils.toPositive(Utils.murmur2(bytes(number))) % PARTITIONS;
  }

  private static int crc32(int number) {
    CRC32 crc = new CRC32();
    crc.update(bytes(number));
    return (int) (crc.getValue() % PARTITIONS);
  }

  private static byte[] bytes(int number) {
    return ("m-" + number).getBytes(UTF_8);
  }

  private static String header(Record<?, ?> record) {
    return List.of(record.headers().toArray()).stream()
        .filter(header -> header.key().equals(DeadLetters.REASON))
        .map(header -> new String(header.value(), UTF_8))
        .findFirst()
        .orElse("none");
  }
}

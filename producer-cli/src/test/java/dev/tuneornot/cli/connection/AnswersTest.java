package dev.tuneornot.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final TopicPartition RECOMMENDATIONS = new TopicPartition("recommendations", 0);
  private static final TopicPartition DEAD_LETTERS = new TopicPartition("dead-letters", 0);

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final BatchId batch = BatchId.create();
  private final Answers answers =
      new Answers("recommendations", batch, kafka, new Failures(settings()));
  private long offset = 10;

  @BeforeEach
  void begin() {
    kafka.updateEndOffsets(Map.of(RECOMMENDATIONS, 10L, DEAD_LETTERS, 10L));
    answers.beginAtEnd(List.of(RECOMMENDATIONS, DEAD_LETTERS));
  }

  @Test
  void shouldBeginWhereTheTopicsEndedBeforeSending() {
    assertThat(kafka.position(RECOMMENDATIONS)).isEqualTo(10);
    assertThat(kafka.position(DEAD_LETTERS)).isEqualTo(10);
  }

  @Test
  void shouldTakeARecommendationADeletionOrADeadLetterAsTheAnswerInTheOrderExpected() {
    answers.expect("a");
    answers.expect("b");
    answers.expect("c");
    add(DEAD_LETTERS, "c", new byte[] {3}, headers(batch));
    add(RECOMMENDATIONS, "b", null, headers(batch));
    add(RECOMMENDATIONS, "a", new byte[] {1}, headers(batch));

    Map<String, @Nullable Answer> given = answers.await(Duration.ofSeconds(10));

    assertThat(given).containsOnlyKeys("a", "b", "c");
    assertThat(given.keySet()).containsExactly("a", "b", "c");
    assertThat(given.get("a"))
        .isInstanceOfSatisfying(
            Answer.Recommended.class,
            answer -> assertThat(answer.value().get()).containsExactly(1));
    assertThat(given.get("b")).isEqualTo(new Answer.Deleted());
    assertThat(given.get("c"))
        .isEqualTo(new Answer.Refused("INVALID_RECORD: workload.cachedShare = 2: must be 0..1"));
  }

  @Test
  void shouldNotTakeTheAnswersToOthers() {
    answers.expect("a");
    add(RECOMMENDATIONS, "a", new byte[] {1}, headers(BatchId.create()));
    add(RECOMMENDATIONS, "a", new byte[] {2}, new RecordHeaders());
    add(RECOMMENDATIONS, "z", new byte[] {3}, headers(batch));

    Map<String, @Nullable Answer> given = answers.await(Duration.ofMillis(50));

    assertThat(given).containsOnlyKeys("a").containsValue(null);
  }

  @Test
  void shouldNotWaitForWhatWasRefused() {
    answers.expect("a");
    answers.forget("a");

    assertThat(answers.await(Duration.ofDays(1))).isEmpty();
  }

  private void add(TopicPartition partition, String key, byte @Nullable [] value, Headers headers) {
    kafka.addRecord(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            offset++,
            0,
            TimestampType.CREATE_TIME,
            0,
            0,
            key.getBytes(UTF_8),
            value,
            headers,
            Optional.empty()));
  }

  private static Headers headers(BatchId batch) {
    Headers headers = new RecordHeaders(List.of(batch.header()));
    headers.add("tune-or-not.reason", "INVALID_RECORD".getBytes(UTF_8));
    headers.add(
        "__streams.errors.message", "workload.cachedShare = 2: must be 0..1".getBytes(UTF_8));
    return headers;
  }

  private static ConnectionSettings settings() {
    return ConnectionSettings.resolve(
        Map.of(), Map.of(), Map.of(), Map.of("bootstrap.servers", "b:9092"));
  }
}

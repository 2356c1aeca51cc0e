package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what the streams app says of a batch: for each key a recommendation, its deletion or a
 * dead letter, told by the batch's header. Looks at nothing that was there before it was opened.
 */
public final class Answers implements Closeable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String recommendations;
  private final BatchId batch;
  private final Consumer<byte[], byte[]> consumer;
  private final Failures failures;
  private final Map<String, @Nullable Answer> answers = new LinkedHashMap<>();
  private int outstanding;

  Answers(
      String recommendations, BatchId batch, Consumer<byte[], byte[]> consumer, Failures failures) {
    this.recommendations = recommendations;
    this.batch = batch;
    this.consumer = consumer;
    this.failures = failures;
  }

  /**
   * Notes where the topics end now.
   *
   * @throws OperationFailure if Kafka cannot be reached or one of the topics does not exist
   */
  public static Answers open(
      String recommendations, String deadLetters, BatchId batch, Clients clients) {
    List<TopicPartition> partitions =
        TopicPartitions.of(clients, List.of(recommendations, deadLetters));
    Answers answers = new Answers(recommendations, batch, clients.consumer(), clients.failures());
    try {
      answers.beginAtEnd(partitions);
    } catch (OperationFailure failure) {
      answers.close();
      throw failure;
    }
    return answers;
  }

  void beginAtEnd(List<TopicPartition> partitions) {
    try {
      consumer.assign(partitions);
      // Not seekToEnd(), which looks for the end only when it polls, after the records are sent.
      consumer.endOffsets(partitions).forEach(consumer::seek);
    } catch (KafkaException failure) {
      throw failures.ofKafka(failure);
    }
  }

  /** Waits for this key, too. */
  public synchronized void expect(String key) {
    if (!answers.containsKey(key)) {
      answers.put(key, null);
      outstanding++;
    }
  }

  /** Waits for this key no longer. */
  public synchronized void forget(String key) {
    if (answers.containsKey(key) && answers.remove(key) == null) {
      outstanding--;
    }
  }

  /**
   * Waits until every key has its answer.
   *
   * @param patience how long it waits while no answer comes
   * @return the keys in the order in which they were expected; null where no answer came
   */
  public synchronized Map<String, @Nullable Answer> await(Duration patience) {
    long lastAnswer = System.nanoTime();
    while (outstanding > 0 && System.nanoTime() - lastAnswer < patience.toNanos()) {
      int before = outstanding;
      poll();
      if (outstanding < before) {
        lastAnswer = System.nanoTime();
      }
    }
    return answers;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void poll() {
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.key() != null && batch.isOn(record.headers())) {
          note(new String(record.key(), StandardCharsets.UTF_8), record);
        }
      }
    } catch (KafkaException failure) {
      throw failures.ofKafka(failure);
    }
  }

  private void note(String key, ConsumerRecord<byte[], byte[]> record) {
    if (!answers.containsKey(key) || answers.get(key) != null) {
      return;
    }
    answers.put(key, answer(record));
    outstanding--;
  }

  private Answer answer(ConsumerRecord<byte[], byte[]> record) {
    if (!record.topic().equals(recommendations)) {
      return new Answer.Refused(DeadLetterHeaders.sentence(record.headers()));
    }
    return record.value() == null
        ? new Answer.Deleted()
        : new Answer.Recommended(Bytes.wrap(record.value()));
  }
}

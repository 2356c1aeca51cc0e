package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import java.io.Closeable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;

/** Reads the committed records of a topic, all partitions of it. */
public final class TopicReader implements Closeable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int SILENT_POLLS = 10;

  private final Consumer<byte[], byte[]> consumer;
  private final Failures failures;
  private final List<TopicPartition> partitions;

  TopicReader(
      Consumer<byte[], byte[]> consumer, Failures failures, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.failures = failures;
    this.partitions = partitions;
  }

  /**
   * Opens a topic at its beginning.
   *
   * @throws OperationFailure if Kafka cannot be reached or the topic does not exist
   */
  public static TopicReader open(String topic, Clients clients) {
    return open(TopicPartitions.of(clients, List.of(topic)), clients);
  }

  /** Opens the partitions in which Kafka's default partitioner puts keys, at their beginning. */
  public static TopicReader openPartitionsOf(
      String topic, Collection<byte[]> keys, Clients clients) {
    int count = TopicPartitions.of(clients, List.of(topic)).size();
    List<TopicPartition> partitions =
        keys.stream()
            .map(key -> Utils.toPositive(Utils.murmur2(key)) % count)
            .distinct()
            .map(partition -> new TopicPartition(topic, partition))
            .toList();
    return open(partitions, clients);
  }

  private static TopicReader open(List<TopicPartition> partitions, Clients clients) {
    TopicReader reader = new TopicReader(clients.consumer(), clients.failures(), partitions);
    reader.begin();
    return reader;
  }

  void begin() {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Passes over everything that is there now. */
  public void skipToEnd() {
    endOffsets().forEach(consumer::seek);
  }

  /** The next records; none if none come for half a second. */
  public ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (KafkaException failure) {
      throw failures.ofKafka(failure);
    }
  }

  /**
   * Tells when Kafka goes away and is back.
   *
   * @param said gets a line then
   */
  Presence presence(java.util.function.Consumer<String> said) {
    return new Presence(this, failures.servers(), said, System::nanoTime);
  }

  /**
   * Whether Kafka answers. The question that {@link #poll} asks it only in the background, and says
   * nothing of.
   *
   * @param patience how long it may take
   */
  boolean answers(Duration patience) {
    try {
      consumer.endOffsets(partitions, patience);
      return true;
    } catch (TimeoutException silent) {
      return false;
    } catch (KafkaException failure) {
      throw failures.ofKafka(failure);
    }
  }

  /**
   * Hands on everything up to where the topic ends now.
   *
   * @throws OperationFailure if Kafka cannot be reached
   */
  public void readToEnd(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
    Map<TopicPartition, Long> ends = new HashMap<>(endOffsets());
    int silent = 0;
    while (!hasReached(ends)) {
      ConsumerRecords<byte[], byte[]> records = poll();
      records.forEach(action);
      silent = records.isEmpty() ? silent + 1 : 0;
      if (silent == SILENT_POLLS) {
        // poll() hides that the broker is away; this question does not.
        endOffsets();
        silent = 0;
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Map<TopicPartition, Long> endOffsets() {
    try {
      return consumer.endOffsets(partitions);
    } catch (KafkaException failure) {
      throw failures.ofKafka(failure);
    }
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    try {
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      return ends.isEmpty();
    } catch (KafkaException failure) {
      throw failures.ofKafka(failure);
    }
  }
}

package dev.tuneornot.standalone.faults;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * How far a sweep is, told by the recommendations as they are written, committed or not: a kill
 * that waits for committed ones always comes just after a commit.
 */
final class Progress implements AutoCloseable {
  private static final String TOPIC = "recommendations";
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration PATIENCE = Scale.OF_THIS_RUN.patience();

  private final Consumer<String, byte[]> consumer;
  private final Set<String> seen = new HashSet<>();

  /** From now on. */
  Progress(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_uncommitted"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy: without a look at the positions, "now" would be the first poll.
    partitions.forEach(consumer::position);
  }

  /** Returns once so many proposals have been written about. */
  void await(int proposals) {
    Awaitility.await("output for " + proposals + " proposals")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .pollInSameThread()
        .until(() -> reached() >= proposals);
  }

  /** How many proposals have been written about. */
  int reached() {
    consumer.poll(POLL).forEach(message -> seen.add(message.key()));
    return seen.size();
  }

  @Override
  public void close() {
    consumer.close();
  }
}

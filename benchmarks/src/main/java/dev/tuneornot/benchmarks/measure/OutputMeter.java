package dev.tuneornot.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed recommendations as any reader would, on a thread of its own. */
final class OutputMeter implements AutoCloseable {
  static final String TOPIC = "recommendations";

  private static final Duration POLL = Duration.ofMillis(100);

  /** Takes every recommendation, on the meter's thread. */
  interface Listener {
    void received(String id, byte[] value, long nanos);
  }

  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::read, "output-meter");
  private final Listener listener;
  private volatile boolean closed;

  OutputMeter(String bootstrapServers, int partitions, Listener listener) {
    this.listener = listener;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "max.poll.records", "5000",
                "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    while (!closed) {
      Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL);
      long now = System.nanoTime();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        listener.received(new String(record.key(), UTF_8), record.value(), now);
      }
    }
    consumer.close();
  }

  /**
   * @throws IllegalStateException where it reads no more
   */
  void requireAlive() {
    if (!thread.isAlive()) {
      throw new IllegalStateException("The reader of " + TOPIC + " has failed");
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

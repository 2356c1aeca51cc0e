package dev.tuneornot.standalone.faults;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends bytes as they are, compressed, so that far larger records than a topic's limit pass. */
final class Raw implements AutoCloseable {
  private final Producer<String, byte[]> producer;

  Raw(Cluster cluster) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "compression.type",
                "zstd",
                "max.request.size",
                Integer.toString(64 * 1024 * 1024),
                "buffer.memory",
                Integer.toString(96 * 1024 * 1024)),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns where it was written. */
  RecordMetadata send(ProducerRecord<String, byte[]> record)
      throws InterruptedException, ExecutionException {
    return producer.send(record).get();
  }

  @Override
  public void close() {
    producer.close();
  }
}

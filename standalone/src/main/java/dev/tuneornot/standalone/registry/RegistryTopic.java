package dev.tuneornot.standalone.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic {@code _schemas}: one partition, compacted, written by one registry at a time. */
final class RegistryTopic implements RegistryLog {

  static final String NAME = "_schemas";

  private static final TopicPartition PARTITION = new TopicPartition(NAME, 0);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration READ_LIMIT = Duration.ofSeconds(30);
  private static final String WRITE_LIMIT_MS = "10000";

  private final KafkaProducer<String, String> producer;

  private RegistryTopic(KafkaProducer<String, String> producer) {
    this.producer = producer;
  }

  /**
   * Creates the topic where it is missing, and hands over all its records, oldest first.
   *
   * @throws IOException if the broker does not answer, the topic is not compacted, or a record
   *     cannot be understood
   */
  static RegistryTopic open(String bootstrapServers, Consumer<RegistryRecord> replay)
      throws IOException {
    Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
    try {
      createIfMissing(connection);
      read(connection, replay);
      return new RegistryTopic(producer(bootstrapServers));
    } catch (KafkaException e) {
      throw new IOException("topic " + NAME + ": " + e.getMessage(), e);
    }
  }

  private static void createIfMissing(Map<String, Object> connection) throws IOException {
    try (Admin admin = Admin.create(connection)) {
      NewTopic topic =
          new NewTopic(NAME, Optional.of(1), Optional.empty())
              .configs(Map.of("cleanup.policy", "compact"));
      try {
        await(admin.createTopics(List.of(topic)).all());
      } catch (TopicExistsException e) {
        requireCompacted(admin);
      }
    }
  }

  private static void requireCompacted(Admin admin) throws IOException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
    String policy =
        await(admin.describeConfigs(List.of(resource)).values().get(resource))
            .get("cleanup.policy")
            .value();
    if (!policy.equals("compact")) {
      throw new IOException("topic " + NAME + ", cleanup.policy = " + policy + ": must be compact");
    }
  }

  private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException failure) {
        throw failure;
      }
      throw new IOException("topic " + NAME + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void read(Map<String, Object> connection, Consumer<RegistryRecord> replay)
      throws IOException {
    long deadline = System.nanoTime() + READ_LIMIT.toNanos();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
      while (consumer.position(PARTITION) < end) {
        if (System.nanoTime() > deadline) {
          throw new IOException("topic " + NAME + " was not read within " + READ_LIMIT);
        }
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          replay(record, replay);
        }
      }
    }
  }

  private static void replay(ConsumerRecord<String, String> record, Consumer<RegistryRecord> replay)
      throws IOException {
    try {
      RegistryRecordJson.parse(record.key(), record.value()).ifPresent(replay);
    } catch (IOException | IllegalArgumentException | AvroRuntimeException e) {
      throw new IOException(
          "topic " + NAME + ", offset " + record.offset() + ": " + e.getMessage(), e);
    }
  }

  private static KafkaProducer<String, String> producer(String bootstrapServers) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("acks", "all");
    settings.put("linger.ms", "0");
    settings.put("max.block.ms", WRITE_LIMIT_MS);
    settings.put("delivery.timeout.ms", WRITE_LIMIT_MS);
    settings.put("request.timeout.ms", "5000");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  @Override
  public void append(RegistryRecord record) throws IOException {
    try {
      producer
          .send(
              new ProducerRecord<>(
                  NAME, 0, RegistryRecordJson.key(record), RegistryRecordJson.value(record)))
          .get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause().getMessage()), e);
    } catch (KafkaException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Everything is written by now; it does not wait for a broker that is gone. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}

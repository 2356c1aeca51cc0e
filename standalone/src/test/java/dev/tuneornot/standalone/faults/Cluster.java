package dev.tuneornot.standalone.faults;

import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import dev.tuneornot.streams.config.StreamsAppConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Broker, registry and topics of four partitions: what outlives the streams apps. */
final class Cluster implements AutoCloseable {
  static final int PARTITIONS = 4;

  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

  private Cluster(EmbeddedBroker broker, EmbeddedRegistry registry) {
    this.broker = broker;
    this.registry = registry;
    deserializer.configure(
        Map.of("schema.registry.url", registry.url(), "specific.avro.reader", "true"), false);
  }

  static Cluster start(Path directory)
      throws IOException, InterruptedException, ExecutionException {
    TrustedClasses.install();
    EmbeddedBroker broker = EmbeddedBroker.start(directory);
    Cluster cluster = new Cluster(broker, EmbeddedRegistry.start(broker.bootstrapServers()));
    cluster.createTopics();
    return cluster;
  }

  private void createTopics() throws InterruptedException, ExecutionException {
    List<NewTopic> topics =
        TopicSpec.all().stream()
            .map(
                topic ->
                    new NewTopic(topic.baseName(), Optional.of(PARTITIONS), Optional.empty())
                        .configs(topic.settings()))
            .toList();
    try (Admin admin = admin()) {
      admin.createTopics(topics).all().get();
      awaitOnline(admin, topics);
    }
  }

  /**
   * A topic is created before the broker serves its partitions. An idempotent producer that is
   * refused its first batch then, and not the ones behind it, never gets the first one in: their
   * sequence numbers have gone ahead (KAFKA-15591).
   */
  private static void awaitOnline(Admin admin, List<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    admin.listOffsets(partitions).all().get();
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  String registryUrl() {
    return registry.url();
  }

  <T> T decode(String topic, byte[] value, Class<T> type) {
    return type.cast(deserializer.deserialize(topic, value));
  }

  /** The last value of each key that has not been deleted. */
  <T> Map<String, T> table(String topic, Class<T> type) {
    Map<String, byte @Nullable []> last = new HashMap<>();
    try (CommittedLog log = new CommittedLog(bootstrapServers(), topic)) {
      log.readToEnd(message -> last.put(message.key(), message.value()));
    }
    Map<String, T> table = new HashMap<>();
    last.forEach(
        (key, value) -> {
          if (value != null) {
            table.put(key, decode(topic, value, type));
          }
        });
    return table;
  }

  /** How many instances have partitions of the proposals at present. */
  long instancesAtWork() throws InterruptedException, ExecutionException {
    String group = StreamsAppConfig.DEFAULT_APPLICATION_ID;
    try (Admin admin = admin()) {
      return admin
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get()
          .members()
          .stream()
          .filter(
              member ->
                  member.assignment().topicPartitions().stream()
                      .anyMatch(partition -> partition.topic().equals("proposals")))
          .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
          .distinct()
          .count();
    }
  }

  /** The sum of the last offsets of a topic's partitions. */
  long end(String topic) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      partitions.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    try (Admin admin = admin()) {
      return admin.listOffsets(partitions).all().get().values().stream()
          .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
  }

  @Override
  public void close() {
    deserializer.close();
    registry.close();
    broker.close();
  }
}

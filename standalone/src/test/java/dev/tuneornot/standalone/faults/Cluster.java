package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.standalone.endtoend.CommittedLog;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.pages.StoredOutcomes;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Broker, registry and topics of four partitions: what outlives the streams apps. */
final class Cluster implements AutoCloseable {
  static final int PARTITIONS = 4;

  private final Brokers brokers;
  private final EmbeddedRegistry registry;
  private final RegistryFront registryFront;
  private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

  private Cluster(Brokers brokers, EmbeddedRegistry registry, RegistryFront registryFront) {
    this.brokers = brokers;
    this.registry = registry;
    this.registryFront = registryFront;
    deserializer.configure(
        Map.of("schema.registry.url", registry.url(), "specific.avro.reader", "true"), false);
  }

  static Cluster start(Path directory)
      throws IOException, InterruptedException, ExecutionException {
    return start(Brokers.embedded(directory, Map.of()));
  }

  /** With topics of the default settings on brokers that run; closes them at the end. */
  static Cluster start(Brokers brokers)
      throws IOException, InterruptedException, ExecutionException {
    TrustedClasses.install();
    EmbeddedRegistry registry = EmbeddedRegistry.start(brokers.bootstrapServers());
    Cluster cluster = new Cluster(brokers, registry, RegistryFront.before(registry.url()));
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

  /** Waits until every partition has so many replicas in sync. */
  void awaitInSync(int replicas) {
    Awaitility.await(replicas + " replicas in sync")
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> leastInSync() >= replicas);
  }

  private int leastInSync() throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      return admin
          .describeTopics(
              admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get())
          .allTopicNames()
          .get()
          .values()
          .stream()
          .flatMap(topic -> topic.partitions().stream())
          .mapToInt(partition -> partition.isr().size())
          .min()
          .orElse(0);
    }
  }

  /**
   * A topic is created before the broker serves its partitions. An idempotent producer that is
   * refused its first batch then, and not the ones behind it, never gets the first one in: their
   * sequence numbers have gone ahead (KAFKA-15591).
   */
  private static void awaitOnline(Admin admin, List<NewTopic> topics) {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    Awaitility.await("partitions online")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptionsInstanceOf(ExecutionException.class)
        .until(() -> admin.listOffsets(partitions).all().get().size() == partitions.size());
  }

  /** For the test's own clients. */
  String bootstrapServers() {
    return brokers.bootstrapServers();
  }

  /** For the apps. */
  String appBootstrapServers() {
    return brokers.appBootstrapServers();
  }

  /** For the test's own clients. */
  String registryUrl() {
    return registry.url();
  }

  /** What the apps take for the registry. */
  RegistryFront registryFront() {
    return registryFront;
  }

  <T> T decode(String topic, byte[] value, Class<T> type) {
    return type.cast(deserializer.deserialize(topic, value));
  }

  /** The last value of each key that has not been deleted. */
  <T> Map<String, T> table(String topic, Class<T> type) {
    try (LiveTable<T> table = new LiveTable<>(this, topic, type)) {
      return table.read();
    }
  }

  /** How many instances have partitions of the proposals at present. */
  long instancesAtWork() throws InterruptedException, ExecutionException {
    return group().members().stream()
        .filter(
            member ->
                member.assignment().topicPartitions().stream()
                    .anyMatch(partition -> partition.topic().equals("proposals")))
        .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
        .distinct()
        .count();
  }

  /** The names of the static members, one for each thread. */
  Set<String> staticMembers() throws InterruptedException, ExecutionException {
    return group().members().stream()
        .flatMap(member -> member.groupInstanceId().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The id of the broker that coordinates the apps' group. */
  int coordinator() throws InterruptedException, ExecutionException {
    return group().coordinator().id();
  }

  private ConsumerGroupDescription group() throws InterruptedException, ExecutionException {
    String group = StreamsAppConfig.DEFAULT_APPLICATION_ID;
    try (Admin admin = admin()) {
      return admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
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

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
  }

  /** What the stores hold of outcomes, all tasks together, as their changelogs tell. */
  StoredOutcomes storedOutcomes() {
    try (CommittedLog proposals = changelog("proposals");
        CommittedLog pages = changelog("pages")) {
      return new StoredOutcomes(proposals, pages);
    }
  }

  private CommittedLog changelog(String store) {
    String topic = StreamsAppConfig.DEFAULT_APPLICATION_ID + "-" + store + "-changelog";
    return new CommittedLog(bootstrapServers(), topic, ISO_8859_1);
  }

  /** How many keys a store has, all tasks together, as its changelog tells. */
  long rows(String store) {
    Map<String, Boolean> present = new HashMap<>();
    try (CommittedLog log = changelog(store)) {
      log.readToEnd(
          message ->
              present.put(message.partition() + "/" + message.key(), message.value() != null));
    }
    return present.values().stream().filter(isPresent -> isPresent).count();
  }

  @Override
  public void close() throws IOException {
    deserializer.close();
    registryFront.close();
    registry.close();
    brokers.close();
  }
}

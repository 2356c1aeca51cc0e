package dev.tuneornot.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  @TempDir private Path directory;

  @Test
  void shouldKeepRecordsAndGroupOffsetsOverARestartOnAnotherPort() throws Exception {
    String first;
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      first = broker.bootstrapServers();
      createTopic(first, "orders");
      sendInTransaction(first, "orders", "a", "b");
      assertThat(consume(first, "orders", 2)).containsExactly("a", "b");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      String second = broker.bootstrapServers();
      sendInTransaction(second, "orders", "c");

      assertThat(second).isNotEqualTo(first);
      assertThat(consume(second, "orders", 1)).containsExactly("c");
    }
  }

  @Test
  void shouldRecoverWhatAKilledBrokerLeft(@TempDir Path copies) throws Exception {
    Path image = copies.resolve("image");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      createTopic(broker.bootstrapServers(), "orders");
      sendInTransaction(broker.bootstrapServers(), "orders", "a");
      // What is on disk while it runs is what a kill would leave.
      copy(directory, image);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(image)) {
      assertThat(consume(broker.bootstrapServers(), "orders", 1)).containsExactly("a");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  @Test
  void shouldListenOnTheWantedPort() throws Exception {
    int port = Ports.reserve(0).client();
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory).withPort(port))) {
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(topics(broker.bootstrapServers())).isEmpty();
    }
  }

  @Test
  void shouldNameAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerOptions options = BrokerOptions.in(directory).withPort(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedBroker.start(options))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1 is not free");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      assertThat(topics(broker.bootstrapServers())).isEmpty();
    }
  }

  @Test
  void shouldRefuseADirectoryInUse() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(directory.toAbsolutePath() + " is in use by another broker");
      assertThat(topics(broker.bootstrapServers())).isEmpty();
    }
  }

  @Test
  void shouldRunTwoAtATime(@TempDir Path otherDirectory) throws Exception {
    try (EmbeddedBroker one = EmbeddedBroker.start(directory);
        EmbeddedBroker other = EmbeddedBroker.start(otherDirectory)) {
      createTopic(one.bootstrapServers(), "one");
      createTopic(other.bootstrapServers(), "other");

      assertThat(topics(one.bootstrapServers())).containsExactly("one");
      assertThat(topics(other.bootstrapServers())).containsExactly("other");
    }
  }

  @Test
  void shouldTakeFurtherProperties() throws Exception {
    BrokerOptions options =
        BrokerOptions.in(directory)
            .withProperties(Map.of("log.message.timestamp.after.max.ms", "9223372036854775807"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(options);
        KafkaProducer<String, String> producer = producer(broker.bootstrapServers(), Map.of())) {
      createTopic(broker.bootstrapServers(), "orders");
      long inAHundredYears = System.currentTimeMillis() + Duration.ofDays(36_500).toMillis();

      long stamped =
          producer
              .send(new ProducerRecord<>("orders", 0, inAHundredYears, "k", "v"))
              .get()
              .timestamp();

      assertThat(stamped).isEqualTo(inAHundredYears);
    }
  }

  @Test
  void shouldNotCreateTopicsOnItsOwn() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
        KafkaConsumer<String, String> consumer = consumer(broker.bootstrapServers())) {
      assertThat(consumer.partitionsFor("orders")).isEmpty();
      assertThat(topics(broker.bootstrapServers())).isEmpty();
    }
  }

  @Test
  void shouldTellAFatalErrorAndStillClose() throws Exception {
    List<String> reasons = new CopyOnWriteArrayList<>();
    BrokerOptions options =
        BrokerOptions.in(directory)
            .withOnFatal(reasons::add)
            .withProperties(Map.of("log.flush.offset.checkpoint.interval.ms", "100"));
    EmbeddedBroker broker = EmbeddedBroker.start(options);
    createTopic(broker.bootstrapServers(), "orders");

    // The broker may write a file into a directory that is being deleted.
    Awaitility.await()
        .ignoreException(DirectoryNotEmptyException.class)
        .untilAsserted(() -> Utils.delete(directory.resolve("kafka").toFile()));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(reasons).isNotEmpty());
    assertThat(reasons.get(0)).startsWith("exit with status 1");
    assertTimeout(STOP_LIMIT, broker::close);
  }

  @Test
  void shouldStopQuicklyWithClientsConnected() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(directory);
    createTopic(broker.bootstrapServers(), "orders");
    KafkaConsumer<String, String> consumer = consumer(broker.bootstrapServers());
    consumer.subscribe(List.of("orders"));
    consumer.poll(Duration.ofSeconds(1));

    assertTimeout(STOP_LIMIT, broker::close);

    // There is nobody left to leave the group at.
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }

  private static void createTopic(String bootstrapServers, String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(Set.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
    }
  }

  private static Set<String> topics(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      return admin.listTopics().names().get();
    }
  }

  private static void sendInTransaction(String bootstrapServers, String topic, String... values) {
    Map<String, Object> settings = Map.of("transactional.id", UUID.randomUUID().toString());
    try (KafkaProducer<String, String> producer = producer(bootstrapServers, settings)) {
      producer.initTransactions();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String value : values) {
        sent.add(producer.send(new ProducerRecord<>(topic, value, value)));
      }
      producer.commitTransaction();
      assertThat(sent).allMatch(Future::isDone);
    }
  }

  private static List<String> consume(String bootstrapServers, String topic, int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
      consumer.subscribe(List.of(topic));
      Awaitility.await()
          .untilAsserted(
              () -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) {
                  values.add(record.value());
                }
                assertThat(values).hasSize(count);
              });
      consumer.commitSync();
    }
    return values;
  }

  private static KafkaProducer<String, String> producer(
      String bootstrapServers, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("bootstrap.servers", bootstrapServers);
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "it",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}

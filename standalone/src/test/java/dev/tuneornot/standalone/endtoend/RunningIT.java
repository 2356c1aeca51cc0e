package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the application does by itself while it runs, and which other one it does not run beside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class RunningIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AtomicLong clockError = new AtomicLong();
  private Path directory;
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private CommandLine commandLine;

  @BeforeAll
  void startBroker(@TempDir Path temporary) throws IOException {
    TrustedClasses.install();
    directory = temporary;
    broker = EmbeddedBroker.start(BrokerOptions.in(directory.resolve("kafka")));
    registry = EmbeddedRegistry.start(broker.bootstrapServers());
    commandLine = new CommandLine(broker.bootstrapServers(), registry.url());
  }

  @AfterAll
  void stop() {
    registry.close();
    broker.close();
  }

  @Test
  void shouldRefuseToStartBesideAnApplicationOfAnotherId() throws Exception {
    createTopics("both-");
    try (StreamsApp first = start("both-", "both-app", Map.of())) {
      answered("both-", "1");
      assertThat(first.health().ready()).isTrue();

      assertThatThrownBy(() -> start("both-", "late", Map.of()))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining("application both-app answers topic both-proposals")
          .hasMessageContaining("this one is late")
          .hasMessageContaining(StreamsAppConfig.TAKE_OVER);
      start("both-", "late", Map.of(StreamsAppConfig.TAKE_OVER, "true")).close();
    }

    start("both-", "late", Map.of()).close();
  }

  @Test
  void shouldStartASecondInstanceAndAnApplicationOnOtherTopics() throws Exception {
    createTopics("one-");
    createTopics("other-");
    try (StreamsApp one = start("one-", "one-app", Map.of());
        StreamsApp again =
            start("one-", "one-app", Map.of("state.dir", directory.resolve("again").toString()));
        StreamsApp other = start("other-", "other-app", Map.of())) {
      assertThat(List.of(one, again, other)).allMatch(app -> app.health().live());
    }
  }

  @Test
  void shouldStartKafkaStreamsAnewWhereTheClockWasSetBack() throws Exception {
    createTopics("clock-");
    try (StreamsApp app = start("clock-", "clock-app", Map.of())) {
      answered("clock-", "1");

      clockError.set(-Duration.ofMinutes(10).toMillis());

      Awaitility.await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(PATIENCE)
          .until(() -> !app.health().ready());
      assertThat(app.awaitReady(PATIENCE)).as(app.health().reason()).isTrue();
      answered("clock-", "2");
      assertThat(app.isRunning()).isTrue();
    } finally {
      clockError.set(0);
    }
  }

  @Test
  void shouldStartKafkaStreamsAnewWhereATopicWasCreatedAnew() throws Exception {
    createTopics("anew-");
    try (StreamsApp app = start("anew-", "anew-app", Map.of());
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      answered("anew-", "1");

      admin.deleteTopics(List.of("anew-recommendations")).all().get();
      Awaitility.await()
          .ignoreExceptions()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  admin
                      .createTopics(
                          List.of(
                              new NewTopic("anew-recommendations", Optional.of(4), Optional.empty())
                                  .configs(TopicSpec.RECOMMENDATIONS.settings())))
                      .all()
                      .get());

      Awaitility.await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(PATIENCE)
          .until(() -> !app.health().ready());
      assertThat(app.awaitReady(PATIENCE)).as(app.health().reason()).isTrue();
      answered("anew-", "2");
    }
  }

  /** What was aborted is waited for by nobody. */
  @Test
  void shouldAnswerAtOnceBehindAnAbortedPrice() throws Exception {
    createTopics("gate-");
    try (StreamsApp app = start("gate-", "gate-app", Map.of())) {
      answered("gate-", "1");
      assertThat(app.health().ready()).isTrue();
    }
    abortAPrice("gate-pricing");

    try (StreamsApp app = start("gate-", "gate-app", Map.of())) {
      long start = System.nanoTime();
      answered("gate-", "2");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(app.health().ready()).isTrue();
    }
  }

  private void abortAPrice(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "aborting");
    try (Producer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sent.add(producer.send(new ProducerRecord<>(topic, "model-" + i, "aborted")));
      }
      producer.flush();
      assertThat(sent).allMatch(Future::isDone);
      producer.abortTransaction();
    }
  }

  /** Sends prices and proposals, and returns once all of these are answered. */
  private void answered(String prefix, String name) throws IOException {
    Path prices =
        Files.writeString(directory.resolve(name + "-prices.jsonl"), generate("--prices"));
    Path proposals =
        Files.writeString(
            directory.resolve(name + "-proposals.jsonl"), generate("--proposals", "40"));
    done("pricing", "send", "--topic-prefix", prefix, prices.toString());
    done("proposals", "send", "--wait", "--topic-prefix", prefix, proposals.toString());
  }

  private static String generate(String... what) {
    List<String> command = new ArrayList<>(List.of("generate"));
    command.addAll(List.of(what));
    command.addAll(List.of("--output", "jsonl"));
    CommandLine.Result generated = CommandLine.offline(command.toArray(String[]::new));
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.out();
  }

  private void createTopics(String prefix) {
    done("topics", "create", "--topic-prefix", prefix, "--application-id", prefix + "app");
  }

  private void done(String... command) {
    CommandLine.Result result = commandLine.run(command);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  /** One that is ready, with a clock that can be set. */
  private StreamsApp start(String prefix, String applicationId, Map<String, String> more)
      throws InterruptedException {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("schema.registry.url", registry.url());
    settings.put("application.id", applicationId);
    settings.put("state.dir", directory.resolve(applicationId).toString());
    settings.put(StreamsAppConfig.TOPIC_PREFIX, prefix);
    settings.put(StreamsAppConfig.HTTP_PORT, "0");
    settings.putAll(more);
    StreamsApp app =
        new StreamsApp(
            new StreamsAppConfig(settings), () -> System.currentTimeMillis() + clockError.get());
    app.start();
    if (!app.awaitReady(PATIENCE)) {
      try (app) {
        assertThat(app.isRunning()).as(app.health().reason()).isFalse();
        app.awaitEnd();
      }
    }
    return app;
  }
}

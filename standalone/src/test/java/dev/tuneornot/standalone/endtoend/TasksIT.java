package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.MetricName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which tasks there are, and which thread has which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TasksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PROPOSALS = 60;

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
  void shouldGiveEachThreadItsShareOfTheProposalsAlsoAfterARestart() throws Exception {
    createTopics("shared-", 4);
    try (StreamsApp app = start("shared-")) {
      load("shared-");
      awaitTwoTasksInEachOfTwoThreads(app);
    }

    try (StreamsApp app = start("shared-")) {
      awaitTwoTasksInEachOfTwoThreads(app);
    }
  }

  @Test
  void shouldBeDoneWithChangesWherePricesHaveMorePartitionsThanProposals() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      NewTopic prices =
          new NewTopic("wide-pricing", Optional.of(5), Optional.empty())
              .configs(Map.of("cleanup.policy", "compact"));
      NewTopic reviews =
          new NewTopic("wide-price-reviews", Optional.of(5), Optional.empty())
              .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "4194304"));
      admin.createTopics(List.of(prices, reviews)).all().get();
    }
    createTopics("wide-", 2);

    try (StreamsApp app = start("wide-")) {
      load("wide-");

      Awaitility.await("all changes done")
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(impacts("wide-"))
                      .hasSizeGreaterThan(5)
                      .allSatisfy(
                          (id, impact) ->
                              assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE)));
      assertThat(app.isRunning()).isTrue();
    }
  }

  /**
   * The thread that joins its group first gets all tasks. It gives up the other's share at once,
   * but the other only gets it when its next heartbeat tells it to join again; in between it runs
   * without a task.
   */
  private static void awaitTwoTasksInEachOfTwoThreads(StreamsApp app) {
    Awaitility.await("two tasks in each of two threads")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(tasksByThread(app))
                    .hasSize(2)
                    .allSatisfy((thread, tasks) -> assertThat(tasks).hasSize(2)));
  }

  /** Of the tasks that read proposals. */
  private static Map<String, Set<String>> tasksByThread(StreamsApp app) {
    Map<String, Set<String>> tasks = new HashMap<>();
    for (MetricName name : app.metrics().keySet()) {
      Map<String, String> tags = name.tags();
      if ("proposals-source".equals(tags.get("processor-node-id"))) {
        tasks
            .computeIfAbsent(tags.get("thread-id"), unused -> new TreeSet<>())
            .add(tags.get("task-id"));
      }
    }
    return tasks;
  }

  private Map<String, PriceImpact> impacts(String prefix) {
    Map<String, PriceImpact> impacts = new HashMap<>();
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(
          Map.of("schema.registry.url", registry.url(), "specific.avro.reader", "true"), false);
      new Dump(broker.bootstrapServers())
          .last(prefix + "price-impacts")
          .forEach(
              (id, value) -> impacts.put(id, (PriceImpact) deserializer.deserialize("", value)));
    }
    return impacts;
  }

  private void load(String prefix) throws IOException {
    Path prices =
        Files.writeString(directory.resolve(prefix + "prices.jsonl"), generate("--prices"));
    Path proposals =
        Files.writeString(
            directory.resolve(prefix + "proposals.jsonl"),
            generate("--proposals", Integer.toString(PROPOSALS)));
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

  private void createTopics(String prefix, int partitions) {
    done(
        "topics",
        "create",
        "--partitions",
        Integer.toString(partitions),
        "--topic-prefix",
        prefix,
        "--application-id",
        prefix + "app");
  }

  private void done(String... command) {
    CommandLine.Result result = commandLine.run(command);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private StreamsApp start(String prefix) throws InterruptedException {
    StreamsApp app =
        new StreamsApp(
            new StreamsAppConfig(
                Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "schema.registry.url",
                    registry.url(),
                    "application.id",
                    prefix + "app",
                    "state.dir",
                    directory.resolve(prefix + "state").toString(),
                    "num.stream.threads",
                    "2",
                    StreamsAppConfig.TOPIC_PREFIX,
                    prefix,
                    StreamsAppConfig.HTTP_PORT,
                    "0")));
    app.start();
    assertThat(app.awaitReady(PATIENCE)).as(app.health().reason()).isTrue();
    return app;
  }
}

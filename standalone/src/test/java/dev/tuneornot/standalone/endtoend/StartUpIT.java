package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.standalone.broker.BrokerOptions;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the app does where something that it needs is missing or not as it must be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class StartUpIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private Path states;

  @BeforeAll
  void startBroker(@TempDir Path directory) throws IOException {
    states = directory.resolve("states");
    broker = EmbeddedBroker.start(BrokerOptions.in(directory.resolve("kafka")));
    registry = EmbeddedRegistry.start(broker.bootstrapServers());
  }

  @AfterAll
  void stop() {
    registry.close();
    broker.close();
  }

  @Test
  void shouldRefuseToStartWithoutItsTopicsAndNameEach() {
    assertThatThrownBy(() -> run(settings("none-", "app-none")))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("none-proposals does not exist")
        .hasMessageContaining("none-pricing does not exist")
        .hasMessageContaining("topics create");
  }

  @Test
  void shouldRefuseATopicThatIsNotCompacted() throws Exception {
    createTopics("loose-", "app-loose");
    try (Admin admin = admin()) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "loose-pricing");
      ConfigEntry delete = new ConfigEntry("cleanup.policy", "delete");
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(delete, AlterConfigOp.OpType.SET))))
          .all()
          .get();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  admin
                      .describeConfigs(List.of(topic))
                      .all()
                      .get()
                      .get(topic)
                      .get("cleanup.policy")
                      .value()
                      .equals("delete"));
    }

    assertThatThrownBy(() -> run(settings("loose-", "app-loose")))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("topic loose-pricing has cleanup.policy=delete: must be compact");
  }

  @Test
  void shouldRefuseAnotherNumberOfPartitions() throws Exception {
    createTopics("odd-", "app-odd");
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of("app-odd-reference")).all().get();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> !admin.listTopics().names().get().contains("app-odd-reference"));
      NewTopic other =
          new NewTopic("app-odd-reference", Optional.of(3), Optional.empty())
              .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "2097152"));
      admin.createTopics(List.of(other)).all().get();
    }

    assertThatThrownBy(() -> run(settings("odd-", "app-odd")))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("topic app-odd-reference has 3 partitions: must have 4");
  }

  @Test
  void shouldRefuseFewerReplicasThanAreConfigured() {
    createTopics("thin-", "app-thin");
    Map<String, String> settings = settings("thin-", "app-thin");
    settings.put(StreamsAppConfig.TOPICS_REPLICATION_FACTOR, "2");

    assertThatThrownBy(() -> run(settings))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("topic thin-proposals has 1 replicas: must have at least 2")
        .hasMessageContaining("topic app-thin-reference has 1 replicas");
  }

  @Test
  void shouldNameTheTopicThatHasTooFewBrokersForItsReplicas() {
    Map<String, String> settings = settings("few-", "app-few");
    settings.put(StreamsAppConfig.TOPICS_CREATE, "true");
    settings.put(StreamsAppConfig.TOPICS_REPLICATION_FACTOR, "3");

    assertThatThrownBy(() -> run(settings))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("topic few-")
        .hasMessageContaining("cannot be created")
        .hasMessageContaining(StreamsAppConfig.TOPICS_REPLICATION_FACTOR);
  }

  @Test
  void shouldEndWhereTheChangelogsCannotHaveTheirReplicas() {
    createTopics("logs-", "app-logs");
    Map<String, String> settings = settings("logs-", "app-logs");
    settings.put("replication.factor", "3");
    settings.put("num.stream.threads", "1");

    assertThatThrownBy(() -> run(settings))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("app-logs-")
        .hasMessageContaining("-changelog")
        .hasMessageContaining("set replication.factor");
  }

  @Test
  void shouldWaitForTheRegistryLiveAndNotReadyAndSayWhy() throws Exception {
    createTopics("late-", "app-late");
    Map<String, String> settings = settings("late-", "app-late");
    settings.put("schema.registry.url", "http://127.0.0.1:1");
    try (StreamsApp app = new StreamsApp(new StreamsAppConfig(settings))) {
      app.start();
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(app.health().reason()).contains("waiting for the schema registry"));
      assertThat(app.health().live()).isTrue();
      assertThat(app.health().ready()).isFalse();
    }
  }

  private void createTopics(String prefix, String applicationId) {
    CommandLine commandLine = new CommandLine(broker.bootstrapServers(), registry.url());
    assertThat(
            commandLine
                .run(
                    "topics", "create", "--topic-prefix", prefix, "--application-id", applicationId)
                .exitCode())
        .isZero();
  }

  private void run(Map<String, String> settings) throws InterruptedException {
    try (StreamsApp app = new StreamsApp(new StreamsAppConfig(settings))) {
      app.start();
      app.awaitEnd();
    }
  }

  private Map<String, String> settings(String prefix, String applicationId) {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("schema.registry.url", registry.url());
    settings.put("application.id", applicationId);
    settings.put("state.dir", states.resolve(applicationId).toString());
    settings.put(StreamsAppConfig.TOPIC_PREFIX, prefix);
    settings.put(StreamsAppConfig.HTTP_PORT, "0");
    return settings;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}

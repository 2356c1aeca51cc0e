package dev.tuneornot.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

  @TempDir private Path directory;

  @Test
  void shouldPutFlagOverPropertyOverFileOverEnvironment() {
    Map<String, String> environment =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "environment:1",
            "KAFKA_CLIENT_ID", "environment",
            "KAFKA_SECURITY_PROTOCOL", "SSL",
            "KAFKA_SCHEMA_REGISTRY_URL", "http://environment",
            "PATH", "ignored");
    Map<String, String> file =
        Map.of("bootstrap.servers", "file:1", "client.id", "file", "security.protocol", "SASL_SSL");
    Map<String, String> properties =
        Map.of("bootstrap.servers", "property:1", "client.id", "property");
    Map<String, String> flags = Map.of("bootstrap.servers", "flag:1");

    ConnectionSettings settings = ConnectionSettings.resolve(environment, file, properties, flags);

    assertThat(settings.forProducer())
        .containsEntry("bootstrap.servers", "flag:1")
        .containsEntry("client.id", "property")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("schema.registry.url", "http://environment")
        .doesNotContainKey("PATH");
  }

  @Test
  void shouldTakeARunningQuickstartWhereNothingElseIsNamed() throws IOException {
    Map<String, String> environment = quickstart(ProcessHandle.current().pid());

    ConnectionSettings settings =
        ConnectionSettings.resolve(environment, Map.of("client.id", "me"), Map.of(), Map.of());

    assertThat(settings.forProducer())
        .containsEntry("bootstrap.servers", "127.0.0.1:9092")
        .containsEntry("schema.registry.url", "http://127.0.0.1:8081")
        .containsEntry("client.id", "me")
        .doesNotContainKey("pid");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"bootstrap.servers", "schema.registry.url"})
  void shouldNotMixAQuickstartWithAnotherKafkaOrRegistry(String named) throws IOException {
    Map<String, String> environment = quickstart(ProcessHandle.current().pid());

    ConnectionSettings settings =
        ConnectionSettings.resolve(environment, Map.of(), Map.of(), Map.of(named, "other:1"));

    assertThatThrownBy(
            () -> {
              settings.bootstrapServers();
              settings.registryUrl();
            })
        .isInstanceOf(UsageFailure.class);
  }

  @Test
  void shouldNotBelieveAQuickstartThatIsGone() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    ConnectionSettings settings =
        ConnectionSettings.resolve(quickstart(ended.pid()), Map.of(), Map.of(), Map.of());

    assertThatThrownBy(settings::bootstrapServers)
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("./quickstart");
  }

  @Test
  void shouldDoWithoutAQuickstart() {
    Map<String, String> environment =
        Map.of(RunningQuickstart.VARIABLE, directory.resolve("none.properties").toString());

    assertThat(RunningQuickstart.settings(environment)).isEmpty();
    assertThat(RunningQuickstart.settings(Map.of())).isEmpty();
  }

  private Map<String, String> quickstart(long pid) throws IOException {
    Path file =
        Texts.file(
            directory,
            "quickstart.properties",
            "# The running quickstart",
            "bootstrap.servers=127.0.0.1:9092",
            "schema.registry.url=http://127.0.0.1:8081",
            "pid=" + pid);
    return Map.of(RunningQuickstart.VARIABLE, file.toString());
  }

  @Test
  void shouldSendIdempotentlyAndReadCommittedUnlessToldOtherwise() {
    ConnectionSettings usual = settings(Map.of());
    ConnectionSettings told =
        settings(Map.of("isolation.level", "read_uncommitted", "compression.type", "zstd"));

    assertThat(usual.forProducer())
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "true");
    assertThat(usual.forConsumer())
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("allow.auto.create.topics", "false");
    assertThat(told.forConsumer()).containsEntry("isolation.level", "read_uncommitted");
    assertThat(told.forProducer()).containsEntry("compression.type", "zstd");
  }

  @Test
  void shouldSayHowToNameTheBrokerAndTheRegistry() {
    ConnectionSettings nothing = ConnectionSettings.resolve(Map.of(), Map.of(), Map.of(), Map.of());

    assertThatThrownBy(nothing::forAdmin)
        .isInstanceOf(UsageFailure.class)
        .hasMessageContainingAll("--bootstrap-server", "KAFKA_BOOTSTRAP_SERVERS");
    assertThatThrownBy(nothing::forRegistry)
        .isInstanceOf(UsageFailure.class)
        .hasMessageContainingAll("--schema-registry", "KAFKA_SCHEMA_REGISTRY_URL");
  }

  @Test
  void shouldKeepThePasswordOfARegistryUrlToItself() {
    ConnectionSettings settings =
        settings(Map.of("schema.registry.url", "https://me:secret@one:8081,https://two:8081"));

    assertThat(settings.registryUrl()).isEqualTo("https://one:8081,https://two:8081");
    assertThat(settings.forRegistry())
        .containsEntry("schema.registry.url", "https://me:secret@one:8081,https://two:8081");
  }

  @Test
  void shouldResolveSecretsFromAFile() throws IOException {
    Path secrets = Texts.file(directory, "secrets.properties", "password=hush");

    ConnectionSettings settings =
        settings(
            Map.of(
                "config.providers", "file",
                "config.providers.file.class",
                    "org.apache.kafka.common.config.provider.FileConfigProvider",
                "ssl.key.password", "${file:" + secrets + ":password}"));

    assertThat(settings.forProducer())
        .containsEntry("ssl.key.password", "hush")
        .doesNotContainKey("config.providers");
  }

  @Test
  void shouldTakeTheTopicPrefixAndApplicationIdFromTheSettings() {
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            Map.of("KAFKA_TUNEORNOT_TOPIC_PREFIX", "eu.", "KAFKA_APPLICATION_ID", "tuner"),
            Map.of(),
            Map.of(),
            Map.of());

    assertThat(settings.topicPrefix()).isEqualTo("eu.");
    assertThat(settings.applicationId()).isEqualTo("tuner");
    assertThat(settings(Map.of()).applicationId()).isEqualTo("tune-or-not");
  }

  @Test
  void shouldRefuseOtherConfigProvidersAsWrongUsage() {
    Result result =
        Shell.plain()
            .run(
                "topics",
                "check",
                "--command-property",
                "config.providers=x",
                "--command-property",
                "config.providers.x.class=evil.Provider");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("evil.Provider").contains("FileConfigProvider");
  }

  @Test
  void shouldRefuseAConfigFileThatIsNotThereAsWrongUsage() {
    Result result =
        Shell.plain().run("topics", "check", "--command-config", directory.resolve("none"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--command-config").contains("none");
  }

  @Test
  void shouldRefuseToRunWithoutABrokerAsWrongUsage() {
    Result result = Shell.plain().run("topics", "check");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--bootstrap-server");
  }

  @Test
  void shouldNameTheBrokerThatCannotBeReached() {
    Result result =
        Shell.plain()
            .run(
                "topics",
                "check",
                "--bootstrap-server",
                "127.0.0.1:1",
                "--command-property",
                "default.api.timeout.ms=1000",
                "--command-property",
                "request.timeout.ms=900");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("error: Kafka at 127.0.0.1:1 cannot be reached")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldNameTheBrokerWhoseNameDoesNotResolve() {
    Result result =
        Shell.plain().run("topics", "check", "--bootstrap-server", "nowhere.invalid:9092");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("nowhere.invalid:9092 cannot be reached");
  }

  private static ConnectionSettings settings(Map<String, String> properties) {
    return ConnectionSettings.resolve(
        Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"), Map.of(), properties, Map.of());
  }
}

package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.UsageFailure;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command is told where Kafka and the schema registry are. */
public final class ConnectionOptions {

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT[,...]",
      description = "Kafka brokers. Setting: bootstrap.servers.")
  private @Nullable String bootstrapServer;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL[,...]",
      description = "Schema registry. Setting: schema.registry.url.")
  private @Nullable String schemaRegistry;

  @Mixin private SettingsOptions given = new SettingsOptions();

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "Put before every topic name. Setting: tuneornot.topic.prefix.")
  private @Nullable String topicPrefix;

  /**
   * The settings of this run.
   *
   * @throws UsageFailure if the file cannot be read or a setting cannot be resolved
   */
  public ConnectionSettings settings(Map<String, String> environment) {
    return given.settings(environment, flags());
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new TreeMap<>();
    putIfGiven(flags, ConnectionSettings.BOOTSTRAP_SERVERS, bootstrapServer);
    putIfGiven(flags, ConnectionSettings.REGISTRY_URL, schemaRegistry);
    putIfGiven(flags, ConnectionSettings.TOPIC_PREFIX, topicPrefix);
    return flags;
  }

  private static void putIfGiven(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }
}

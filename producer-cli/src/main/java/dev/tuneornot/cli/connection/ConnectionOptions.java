package dev.tuneornot.cli.connection;

import dev.tuneornot.confluent.settings.PropertiesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a command is told where Kafka and the schema registry are. */
public final class ConnectionOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

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

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description =
          "A properties file with settings of Kafka clients and of the registry's client.")
  private @Nullable Path commandConfig;

  @Option(
      names = "--command-property",
      paramLabel = "KEY=VALUE",
      description = {
        "One such setting; may be repeated.",
        "A flag comes before a property, that before the file, that before the environment"
            + " (KAFKA_BOOTSTRAP_SERVERS is bootstrap.servers, KAFKA_SCHEMA_REGISTRY_URL is"
            + " schema.registry.url; _ for a dot, __ for an underscore, ___ for a dash). Where none of"
            + " them names a Kafka or a registry, a quickstart that runs in the same checkout is"
            + " taken."
      })
  private Map<String, String> commandProperties = new LinkedHashMap<>();

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "Put before every topic name. Setting: tuneornot.topic.prefix.")
  private @Nullable String topicPrefix;

  /**
   * The settings of this run.
   *
   * @throws ParameterException if the file cannot be read or a setting cannot be resolved
   */
  public ConnectionSettings settings(Map<String, String> environment) {
    try {
      return ConnectionSettings.resolve(environment, fileSettings(), commandProperties, flags());
    } catch (ConfigException unusable) {
      throw usage(String.valueOf(unusable.getMessage()));
    }
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new TreeMap<>();
    putIfGiven(flags, ConnectionSettings.BOOTSTRAP_SERVERS, bootstrapServer);
    putIfGiven(flags, ConnectionSettings.REGISTRY_URL, schemaRegistry);
    putIfGiven(flags, ConnectionSettings.TOPIC_PREFIX, topicPrefix);
    return flags;
  }

  private Map<String, String> fileSettings() {
    if (commandConfig == null) {
      return Map.of();
    }
    try {
      return PropertiesFile.read(commandConfig);
    } catch (IOException unreadable) {
      throw usage("--command-config " + commandConfig + " cannot be read: " + unreadable);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }

  private static void putIfGiven(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }
}

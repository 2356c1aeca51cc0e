package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.confluent.settings.PropertiesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command is given settings. */
public final class SettingsOptions {

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

  /**
   * The settings of this run.
   *
   * @throws UsageFailure if the file cannot be read or a setting cannot be resolved
   */
  public ConnectionSettings settings(Map<String, String> environment) {
    return settings(environment, Map.of());
  }

  /** The same under flags that stand for settings. */
  ConnectionSettings settings(Map<String, String> environment, Map<String, String> flags) {
    try {
      return ConnectionSettings.resolve(environment, fileSettings(), commandProperties, flags);
    } catch (ConfigException unusable) {
      throw new UsageFailure(String.valueOf(unusable.getMessage()));
    }
  }

  private Map<String, String> fileSettings() {
    if (commandConfig == null) {
      return Map.of();
    }
    try {
      return PropertiesFile.read(commandConfig);
    } catch (IOException unreadable) {
      throw new UsageFailure(
          "--command-config " + commandConfig + " cannot be read: " + unreadable);
    }
  }
}

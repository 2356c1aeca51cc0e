package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.confluent.settings.ConfigProviders;
import dev.tuneornot.confluent.settings.KafkaEnvironment;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run, resolved: flag over property over file over environment over ours. Where
 * none of them names a Kafka or a registry, those of a running quickstart are taken, both: ids of
 * one registry mean nothing beside another's Kafka.
 */
public final class ConnectionSettings {

  public static final String BOOTSTRAP_SERVERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
  public static final String REGISTRY_URL = "schema.registry.url";
  public static final String APPLICATION_ID = "application.id";

  /** As in the streams app, so that one environment serves both. */
  public static final String TOPIC_PREFIX = "tuneornot.topic.prefix";

  /** Before the name of a header that is sent to servers of others, such as credentials. */
  public static final String HTTP_HEADER = "tuneornot.http.header.";

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]+:[^}]+}");

  private static final String DEFAULT_APPLICATION_ID = "tune-or-not";

  // Unreachable brokers and registries are to be told within 15 s, and a person is waiting.
  private static final Map<String, String> PATIENCE =
      Map.of(
          "default.api.timeout.ms", "8000",
          "request.timeout.ms", "6000",
          "http.connect.timeout.ms", "6000",
          "http.read.timeout.ms", "6000");

  private static final Map<String, String> PRODUCER =
      Map.of(
          ProducerConfig.ACKS_CONFIG, "all",
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
          ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
          ProducerConfig.LINGER_MS_CONFIG, "20",
          ProducerConfig.BATCH_SIZE_CONFIG, "65536",
          // What is buffered must be gone before its delivery timeout also over a slow line.
          ProducerConfig.BUFFER_MEMORY_CONFIG, "8388608",
          ProducerConfig.MAX_BLOCK_MS_CONFIG, "12000",
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "12000");

  private static final Map<String, String> CONSUMER =
      Map.of(
          ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
          ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");

  private final Map<String, String> settings;

  private ConnectionSettings(Map<String, String> settings) {
    this.settings = settings;
  }

  /**
   * Puts the sources over one another and resolves references to config providers.
   *
   * @throws ConfigException if a reference cannot be resolved
   */
  public static ConnectionSettings resolve(
      Map<String, String> environment,
      Map<String, String> file,
      Map<String, String> properties,
      Map<String, String> flags) {
    Map<String, String> settings = new TreeMap<>(KafkaEnvironment.settings(environment));
    settings.putAll(file);
    settings.putAll(properties);
    settings.putAll(flags);
    if (!settings.containsKey(BOOTSTRAP_SERVERS) && !settings.containsKey(REGISTRY_URL)) {
      settings.putAll(RunningQuickstart.settings(environment));
    }
    settings.forEach(ConnectionSettings::checkReference);
    Map<String, String> resolved = ConfigProviders.resolve(settings);
    resolved.forEach(ConnectionSettings::checkResolved);
    return new ConnectionSettings(resolved);
  }

  /** What is secret stands neither in a command nor in a file of settings. */
  private static void checkReference(String key, String value) {
    if (key.startsWith(HTTP_HEADER) && !REFERENCE.matcher(value).find()) {
      throw new ConfigException(
          key + " must refer to a config provider, as Bearer ${env:NAME} does");
    }
  }

  private static void checkResolved(String key, String value) {
    if (key.startsWith(HTTP_HEADER) && REFERENCE.matcher(value).find()) {
      throw new ConfigException(
          key + " must refer to something that there is, and " + value + " leads nowhere");
    }
  }

  /** Headers for servers of others, by name. */
  public Map<String, String> httpHeaders() {
    Map<String, String> headers = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(HTTP_HEADER)) {
            headers.put(key.substring(HTTP_HEADER.length()), value);
          }
        });
    return headers;
  }

  /** For error messages; settings of the command line itself stay out of it. */
  public String bootstrapServers() {
    return require(
        BOOTSTRAP_SERVERS,
        "--bootstrap-server",
        "KAFKA_BOOTSTRAP_SERVERS",
        "which Kafka to talk to");
  }

  /** The registry's addresses without user and password, which a URL may carry. */
  public String registryUrl() {
    String url =
        require(
            REGISTRY_URL,
            "--schema-registry",
            "KAFKA_SCHEMA_REGISTRY_URL",
            "which schema registry to talk to");
    return url.replaceAll("//[^/@,]*@", "//");
  }

  /** Put before every topic name; may be empty. */
  public String topicPrefix() {
    return settings.getOrDefault(TOPIC_PREFIX, "");
  }

  /**
   * By which bounds the streams app judges prices, as far as this command is told.
   *
   * @throws UsageFailure where such a setting is unknown or out of its range
   */
  public ReviewSettings review() {
    try {
      return ReviewSettings.of(settings);
    } catch (IllegalArgumentException refused) {
      throw new UsageFailure(String.valueOf(refused.getMessage()));
    }
  }

  /** The id of the streams app, after which its reference topic is named. */
  public String applicationId() {
    return settings.getOrDefault(APPLICATION_ID, DEFAULT_APPLICATION_ID);
  }

  Map<String, Object> forAdmin() {
    bootstrapServers();
    return layered(List.of(PATIENCE));
  }

  Map<String, Object> forProducer() {
    bootstrapServers();
    return layered(List.of(PATIENCE, PRODUCER));
  }

  Map<String, Object> forConsumer() {
    bootstrapServers();
    return layered(List.of(PATIENCE, CONSUMER));
  }

  Map<String, Object> forRegistry() {
    registryUrl();
    return layered(List.of(PATIENCE));
  }

  private Map<String, Object> layered(List<Map<String, String>> defaults) {
    Map<String, Object> layered = new HashMap<>();
    defaults.forEach(layered::putAll);
    layered.putAll(settings);
    layered.keySet().removeIf(key -> key.startsWith(HTTP_HEADER));
    return layered;
  }

  private String require(String key, String flag, String variable, String meaning) {
    @Nullable String value = settings.get(key);
    if (value == null || value.isBlank()) {
      throw new UsageFailure(
          ("Do not know %s: give %s, or %s in --command-config or --command-property, or %s in"
                  + " the environment, or start ./quickstart")
              .formatted(meaning, flag, key, variable));
    }
    return value;
  }
}

package dev.tuneornot.streams.config;

import dev.tuneornot.confluent.settings.ProgramSettings;
import dev.tuneornot.evaluation.judging.ReviewBounds;
import dev.tuneornot.evaluation.judging.ReviewSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of the application: its own, all under {@value #PREFIX}, and those of Kafka Streams,
 * its clients and the registry client, which pass through. Immutable.
 */
public final class StreamsAppConfig {
  public static final String PREFIX = "tuneornot.";
  public static final String TOPIC_PREFIX = PREFIX + "topic.prefix";
  public static final String TOPICS_CREATE = PREFIX + "topics.create";
  public static final String TOPICS_PARTITIONS = PREFIX + "topics.partitions";
  public static final String TOPICS_REPLICATION_FACTOR = PREFIX + "topics.replication.factor";
  public static final String PARTITION_CHECK = PREFIX + "partition.check";
  public static final String UNKNOWN_SCHEMA_AFTER_MS = PREFIX + "unknown.schema.after.ms";
  public static final String TAKE_OVER = PREFIX + "take.over";
  public static final String SWEEP_BUDGET_MS = PREFIX + "sweep.budget.ms";
  public static final String SWEEP_IDLE_BUDGET_MS = PREFIX + "sweep.idle.budget.ms";
  public static final String SWEEP_CACHE_MAX_BYTES = PREFIX + "sweep.cache.max.bytes";
  public static final String HTTP_HOST = PREFIX + "http.host";
  public static final String HTTP_PORT = PREFIX + "http.port";
  public static final String HTTP_NAMES = PREFIX + "http.names";
  public static final String METRICS_STORES = PREFIX + "metrics.stores";

  /** The application id that applies unless {@code application.id} says otherwise. */
  public static final String DEFAULT_APPLICATION_ID = "tune-or-not";

  private static final int CACHE_SHARE_OF_HEAP = 4;

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              TOPIC_PREFIX,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "Put before the name of every topic but the internal ones.")
          .define(
              TOPICS_CREATE,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "Create missing topics at start. Otherwise a missing topic ends the start, and"
                  + " `tune-or-not topics create` creates it.")
          .define(
              TOPICS_PARTITIONS,
              ConfigDef.Type.INT,
              4,
              Range.between(1, 10_000),
              Importance.LOW,
              "Partitions of the topics that are created.")
          .define(
              TOPICS_REPLICATION_FACTOR,
              ConfigDef.Type.SHORT,
              (short) -1,
              Range.between(-1, Short.MAX_VALUE),
              Importance.LOW,
              "Replication factor of the topics that are created; -1: the broker's default.")
          .define(
              PARTITION_CHECK,
              ConfigDef.Type.BOOLEAN,
              true,
              Importance.LOW,
              "Refuse a proposal, price, policy or command in another partition than the default"
                  + " partitioner gives its key. Switch it off only where one custom partitioner"
                  + " writes all of them.")
          .define(
              UNKNOWN_SCHEMA_AFTER_MS,
              ConfigDef.Type.LONG,
              10_000L,
              Range.between(0, 3_600_000),
              Importance.LOW,
              "Milliseconds for which the registry must go on answering that it does not know a"
                  + " schema id until the id's records are refused; so long they wait. A replica of"
                  + " the registry may lag behind.")
          .define(
              TAKE_OVER,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.LOW,
              "Start although an application of another id answers the same topics. Everything is"
                  + " answered twice until the other one is stopped.")
          .define(
              SWEEP_BUDGET_MS,
              ConfigDef.Type.LONG,
              10L,
              Range.between(1, 1_000),
              Importance.LOW,
              "Milliseconds that a stream thread spends on re-scores in one go; it gives at least as"
                  + " much to new proposals in between.")
          .define(
              SWEEP_IDLE_BUDGET_MS,
              ConfigDef.Type.LONG,
              40L,
              Range.between(1, 1_000),
              Importance.LOW,
              "Likewise, where a stream thread has had no input for some time: the longest that the"
                  + " first new proposal waits for a re-score. Below tuneornot.sweep.budget.ms it"
                  + " counts as that.")
          .define(
              SWEEP_CACHE_MAX_BYTES,
              ConfigDef.Type.LONG,
              -1L,
              Range.atLeast(-1),
              Importance.LOW,
              "Bytes of heap at the most that keep what re-scores have read of the proposals, so that"
                  + " the next ones need not read it again; of all tasks together. 0: none; -1: a"
                  + " quarter of the largest heap.")
          .define(
              HTTP_HOST,
              ConfigDef.Type.STRING,
              "127.0.0.1",
              Importance.MEDIUM,
              "Address that /health listens on.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              8080,
              Range.between(0, 65_535),
              Importance.MEDIUM,
              "Port that /health listens on; 0: any free one.")
          .define(
              HTTP_NAMES,
              ConfigDef.Type.LIST,
              List.of(),
              ConfigDef.ValidList.anyNonDuplicateValues(true, false),
              Importance.LOW,
              "Names that requests for /health and /metrics may be addressed to, besides localhost"
                  + " and addresses.")
          .define(
              METRICS_STORES,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.LOW,
              "Serve Kafka Streams' metrics of each single store as well: more than a thousand"
                  + " series for each partition.");

  static {
    DEFINITION.define(
        ReviewSetting.ENABLED,
        ConfigDef.Type.BOOLEAN,
        ReviewSetting.ENABLED_BY_DEFAULT,
        Importance.MEDIUM,
        ReviewSetting.ENABLED_DOCUMENTATION);
    for (ReviewSetting setting : ReviewSetting.values()) {
      DEFINITION.define(
          setting.key(),
          ConfigDef.Type.DOUBLE,
          setting.byDefault(),
          Range.between(setting.least(), ReviewSetting.MOST),
          Importance.LOW,
          setting.documentation());
    }
  }

  private final ProgramSettings own;

  /**
   * @throws ConfigException where a setting of ours is unknown or out of its range
   */
  public StreamsAppConfig(Map<String, String> settings) {
    this.own = ProgramSettings.of(DEFINITION, PREFIX, settings);
  }

  /** The settings' reference, for docs and {@code --help}. */
  public static ConfigDef definition() {
    return new ConfigDef(DEFINITION);
  }

  /** All settings that are not ours, as given. */
  public Map<String, String> passedThrough() {
    return own.passedThrough();
  }

  public String applicationId() {
    return passedThrough()
        .getOrDefault(StreamsConfig.APPLICATION_ID_CONFIG, DEFAULT_APPLICATION_ID);
  }

  public String topicPrefix() {
    return own.getString(TOPIC_PREFIX);
  }

  public boolean createsTopics() {
    return own.getBoolean(TOPICS_CREATE);
  }

  public int topicPartitions() {
    return own.getInt(TOPICS_PARTITIONS);
  }

  /** -1 stands for the broker's default. */
  public short topicReplicationFactor() {
    return own.getShort(TOPICS_REPLICATION_FACTOR);
  }

  public boolean checksPartitions() {
    return own.getBoolean(PARTITION_CHECK);
  }

  public Duration unknownSchemaAfter() {
    return Duration.ofMillis(own.getLong(UNKNOWN_SCHEMA_AFTER_MS));
  }

  /** Whether to start although an application of another id is there. */
  public boolean takesOver() {
    return own.getBoolean(TAKE_OVER);
  }

  /** Whether prices are judged. */
  public boolean reviewsPrices() {
    return own.getBoolean(ReviewSetting.ENABLED);
  }

  /** Beyond which bounds prices are held. */
  public ReviewBounds reviewBounds() {
    return ReviewBounds.of(setting -> own.getDouble(setting.key()));
  }

  public Duration sweepBudget() {
    return Duration.ofMillis(own.getLong(SWEEP_BUDGET_MS));
  }

  /** At least {@link #sweepBudget}. */
  public Duration sweepIdleBudget() {
    return Duration.ofMillis(
        Math.max(own.getLong(SWEEP_BUDGET_MS), own.getLong(SWEEP_IDLE_BUDGET_MS)));
  }

  /** In bytes; a share of the heap where nothing is set. */
  public long sweepCacheMaxBytes() {
    long bytes = own.getLong(SWEEP_CACHE_MAX_BYTES);
    return bytes < 0 ? Runtime.getRuntime().maxMemory() / CACHE_SHARE_OF_HEAP : bytes;
  }

  public String httpHost() {
    return own.getString(HTTP_HOST);
  }

  /** Names that requests may be addressed to, besides localhost and addresses. */
  public List<String> httpNames() {
    return own.getList(HTTP_NAMES);
  }

  public int httpPort() {
    return own.getInt(HTTP_PORT);
  }

  public boolean servesStoreMetrics() {
    return own.getBoolean(METRICS_STORES);
  }
}

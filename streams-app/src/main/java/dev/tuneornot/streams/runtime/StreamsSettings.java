package dev.tuneornot.streams.runtime;

import dev.tuneornot.streams.config.StreamsAppConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings handed to Kafka Streams: ours as defaults, the user's over them, and last the few
 * that the topology depends on.
 */
final class StreamsSettings {

  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
          Map.entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2),
          // No larger than what lies between two slices of a sweep: an idle thread punctuates once
          // a
          // poll only.
          Map.entry(StreamsConfig.POLL_MS_CONFIG, 10),
          // A killed instance's tasks wait for this long; Kafka's default is 45 s.
          Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000),
          // An instance that comes back behind the others gets its tasks back at such a time.
          // Kafka's default is 10 minutes.
          Map.entry(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L),
          Map.entry(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4"),
          // What a task writes between two commits goes out in one request. With Kafka's 16 KiB
          // each full batch is a request, which takes all other open batches along, and each
          // request with a partition that is new to its transaction is one more to the coordinator.
          Map.entry(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024),
          // A dead letter is its original and some headers more.
          Map.entry(
              StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
              4 * 1024 * 1024),
          Map.entry(
              StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
              SharedRocksDbMemory.class.getName()));

  private static final Map<String, Object> REQUIRED =
      Map.of(
          StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
          StreamsConfig.NO_OPTIMIZATION,
          StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
          true,
          // The reference topic is normally empty. Above 0, proposals would wait for it; 0 makes
          // Kafka Streams format a message about it for each proposal, a twelfth of a load's time.
          StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
          StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
          StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG),
          "read_committed");

  private StreamsSettings() {}

  static Properties of(StreamsAppConfig config) {
    Map<String, Object> settings = new HashMap<>(DEFAULTS);
    // A default of one client must not win over a setting for all clients.
    settings.keySet().removeIf(key -> config.passedThrough().containsKey(withoutClient(key)));
    settings.putAll(config.passedThrough());
    settings.putAll(REQUIRED);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  private static String withoutClient(String key) {
    return key.replaceFirst("^(?:consumer|producer)\\.", "");
  }

  /** The settings of an admin client of our own. */
  static Map<String, Object> forAdmin(StreamsAppConfig config) {
    Map<String, Object> settings = new HashMap<>(config.passedThrough());
    settings.keySet().retainAll(AdminClientConfig.configNames());
    return settings;
  }

  /** The settings of a consumer of our own: of no group, of committed records only. */
  static Map<String, Object> forConsumer(StreamsAppConfig config) {
    Map<String, Object> settings = forAdmin(config);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }
}

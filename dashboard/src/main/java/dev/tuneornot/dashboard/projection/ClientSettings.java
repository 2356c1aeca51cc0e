package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.config.DashboardConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The settings of the Kafka clients: what was passed through, and what must not be otherwise. */
public final class ClientSettings {
  private static final String FETCH_BYTES = "8388608";

  private ClientSettings() {}

  /** Of an admin client. */
  public static Map<String, Object> admin(DashboardConfig config) {
    Map<String, Object> settings = new HashMap<>(config.passedThrough());
    return settings;
  }

  static Map<String, Object> consumer(DashboardConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "tune-or-not-dashboard");
    settings.putAll(config.passedThrough());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchRecords());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    return settings;
  }

  static Stream<TopicPartition> partitions(Map.Entry<String, TopicIdentity> topic) {
    return IntStream.range(0, topic.getValue().partitions())
        .mapToObj(number -> new TopicPartition(topic.getKey(), number));
  }
}

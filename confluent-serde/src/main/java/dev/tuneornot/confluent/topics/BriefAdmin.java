package dev.tuneornot.confluent.topics;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * An admin client for a while. Whoever closes it does not want the answers any more: Kafka's own
 * close would wait for them for a minute where the broker is away.
 */
public record BriefAdmin(Admin admin) implements AutoCloseable {

  /**
   * @throws org.apache.kafka.common.KafkaException where no client can be made of the settings
   */
  public static BriefAdmin create(Map<String, Object> settings) {
    return new BriefAdmin(Admin.create(settings));
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}

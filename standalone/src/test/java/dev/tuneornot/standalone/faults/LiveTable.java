package dev.tuneornot.standalone.faults;

import dev.tuneornot.standalone.endtoend.CommittedLog;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last value of each key of a topic that has not been deleted; reads on from where it was. */
final class LiveTable<T> implements AutoCloseable {
  private final Cluster cluster;
  private final String topic;
  private final Class<T> type;
  private final CommittedLog log;
  private final Map<String, T> last = new HashMap<>();

  LiveTable(Cluster cluster, String topic, Class<T> type) {
    this.cluster = cluster;
    this.topic = topic;
    this.type = type;
    this.log = new CommittedLog(cluster.bootstrapServers(), topic);
  }

  /** As it is now. */
  Map<String, T> read() {
    log.readToEnd(this::enter);
    return Map.copyOf(last);
  }

  private void enter(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      last.remove(message.key());
    } else {
      last.put(message.key(), cluster.decode(topic, message.value(), type));
    }
  }

  @Override
  public void close() {
    log.close();
  }
}

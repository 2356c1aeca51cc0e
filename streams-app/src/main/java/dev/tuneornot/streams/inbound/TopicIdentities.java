package dev.tuneornot.streams.inbound;

import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * The ids that Kafka gave the application's topics, as they were at the start. A topic that was
 * deleted and created anew has the same name and another id: its offsets begin at 0 again, and what
 * was written to the one before is not in it.
 *
 * @param byTopic id by topic name
 */
public record TopicIdentities(Map<String, Uuid> byTopic) {

  public TopicIdentities {
    byTopic = Map.copyOf(byTopic);
  }

  /**
   * @throws IllegalArgumentException where the topic is none of the application's
   */
  public Uuid of(String topic) {
    Uuid id = byTopic.get(topic);
    if (id == null) {
      throw new IllegalArgumentException("the id of topic " + topic + " is not known");
    }
    return id;
  }
}

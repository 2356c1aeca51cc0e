package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.confluent.topics.TopicAdmin;
import dev.tuneornot.confluent.topics.TopicRequirement;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The topics of every run, as they are in production. */
final class Topics {

  private Topics() {}

  static void create(Admin admin) throws InterruptedException {
    List<TopicRequirement> topics = new ArrayList<>();
    for (TopicSpec topic : TopicSpec.all()) {
      topics.add(new TopicRequirement(topic.name(""), TopicRequirement.ANY, topic.settings()));
    }
    topics.add(
        new TopicRequirement(
            Contender.OTHER_PRICES_TOPIC, TopicRequirement.ANY, TopicSpec.PRICING.settings()));
    List<String> unused = new TopicAdmin(admin).create(topics, Plan.PARTITIONS, (short) -1);
  }

  static Admin admin(String bootstrapServers) {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }
}

package dev.tuneornot.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.topics.TopicAdmin;
import dev.tuneornot.confluent.topics.TopicRequirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ForwardingAdmin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TopicAdminIT {
  private static final TopicRequirement ORDERS =
      new TopicRequirement("orders", 3, Map.of("cleanup.policy", "compact"));

  @TempDir private Path directory;

  @Test
  void shouldWaitUntilTheBrokerTellsOfATopicThatItHasCreated() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
        Admin late = new LateAdmin(broker.bootstrapServers(), 5)) {
      TopicAdmin topics = new TopicAdmin(late);

      assertThat(topics.create(List.of(ORDERS), 1, (short) -1)).containsExactly("orders");
      assertThat(topics.problems(List.of(ORDERS))).isEmpty();
    }
  }

  @Test
  void shouldWaitUntilTheBrokerTellsOfATopicThatSomebodyElseHasCreated() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
        Admin late = new LateAdmin(broker.bootstrapServers(), 5)) {
      NewTopic other =
          new NewTopic("orders", Optional.of(2), Optional.empty())
              .configs(Map.of("cleanup.policy", "compact"));
      late.createTopics(List.of(other)).all().get();
      TopicAdmin topics = new TopicAdmin(late);

      assertThat(topics.create(List.of(ORDERS), 1, (short) -1)).isEmpty();
      assertThat(topics.problems(List.of(ORDERS)))
          .containsExactly("topic orders has 2 partitions: must have 3");
    }
  }

  /** As of a broker that learns late of what the controller knows. */
  private static final class LateAdmin extends ForwardingAdmin {
    private int descriptionsToMiss;

    LateAdmin(String bootstrapServers, int descriptionsToMiss) {
      super(Map.of("bootstrap.servers", bootstrapServers));
      this.descriptionsToMiss = descriptionsToMiss;
    }

    @Override
    public DescribeTopicsResult describeTopics(
        TopicCollection topics, DescribeTopicsOptions options) {
      if (descriptionsToMiss > 0) {
        descriptionsToMiss--;
        return super.describeTopics(TopicCollection.ofTopicNames(List.of("missing")), options);
      }
      return super.describeTopics(topics, options);
    }
  }
}

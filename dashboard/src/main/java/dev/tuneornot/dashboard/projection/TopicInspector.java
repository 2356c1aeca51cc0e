package dev.tuneornot.dashboard.projection;

import dev.tuneornot.confluent.topics.TopicAdmin;
import dev.tuneornot.confluent.topics.TopicRequirement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Asks the cluster about the topics. */
final class TopicInspector implements AutoCloseable {
  /** Whoever looks at the page is told soon that Kafka is away. */
  private static final int TIMEOUT_MS = 10_000;

  private final Admin admin;
  private final Map<String, Source> sources;

  /**
   * @param sources by topic name
   */
  TopicInspector(Admin admin, Map<String, Source> sources) {
    this.admin = admin;
    this.sources = sources;
  }

  /** What is not as it must be, a sentence each; empty where all is well. */
  List<String> problems() throws InterruptedException {
    List<TopicRequirement> requirements =
        sources.entrySet().stream()
            .map(
                source ->
                    new TopicRequirement(
                        source.getKey(),
                        TopicRequirement.ANY,
                        source.getValue().topic().settings()))
            .toList();
    return new TopicAdmin(admin).problems(requirements);
  }

  /**
   * The identity of each topic, by name.
   *
   * @throws KafkaException as the cluster answers, also where a topic is missing
   */
  Map<String, TopicIdentity> identities() throws InterruptedException {
    String clusterId =
        get(admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS)).clusterId());
    Map<String, TopicIdentity> identities = new HashMap<>();
    DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs(TIMEOUT_MS);
    get(admin.describeTopics(sources.keySet(), options).allTopicNames())
        .forEach(
            (name, topic) ->
                identities.put(
                    name,
                    new TopicIdentity(
                        topic.topicId().toString(), clusterId, topic.partitions().size())));
    return identities;
  }

  private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }

  @Override
  public void close() {
    // Nobody waits for its answers any more.
    admin.close(Duration.ZERO);
  }
}

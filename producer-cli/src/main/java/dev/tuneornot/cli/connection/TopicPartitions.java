package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks for topics before they are used, so that what is wrong is told at once and by name. */
public final class TopicPartitions {

  private TopicPartitions() {}

  /**
   * The partitions of topics.
   *
   * @throws OperationFailure if Kafka cannot be reached or one of the topics does not exist
   */
  public static List<TopicPartition> of(Clients clients, Collection<String> topics) {
    try (Admin admin = clients.admin()) {
      Map<String, KafkaFuture<TopicDescription>> descriptions =
          admin.describeTopics(topics).topicNameValues();
      return topics.stream()
          .map(topic -> description(clients, topic, descriptions.get(topic)))
          .flatMap(
              topic ->
                  topic.partitions().stream()
                      .map(partition -> new TopicPartition(topic.name(), partition.partition())))
          .toList();
    }
  }

  private static TopicDescription description(
      Clients clients, String topic, @Nullable KafkaFuture<TopicDescription> answer) {
    try {
      return Objects.requireNonNull(answer).get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new OperationFailure(
            "The topic '%s' does not exist at %s; `tune-or-not topics create` creates it"
                .formatted(topic, clients.settings().bootstrapServers()),
            failed);
      }
      throw clients.failures().ofKafka(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new OperationFailure("interrupted", interrupted);
    }
  }
}

package dev.tuneornot.cli.topics;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionSettings;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.confluent.topics.TopicAdmin;
import dev.tuneornot.confluent.topics.TopicRequirement;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Asks Kafka for the topics, and for new ones. */
final class TopicSurvey implements Closeable {

  private final Clients clients;
  private final Admin admin;
  private final TopicAdmin topics;

  TopicSurvey(Clients clients) {
    this.clients = clients;
    this.admin = clients.admin();
    this.topics = new TopicAdmin(admin);
  }

  /** A question to Kafka. */
  private interface Question<A> {
    A ask() throws InterruptedException;
  }

  /** Partitions of the proposals topic, or this many if there is none. */
  int proposalPartitionsOr(int number) {
    ConnectionSettings settings = clients.settings();
    String proposals = TopicSpec.PROPOSALS.name(settings.topicPrefix());
    return ask(() -> topics.partitions(List.of(proposals))).getOrDefault(proposals, number);
  }

  /** Creates the missing ones and names them. */
  List<String> create(List<TopicRequirement> requirements, int partitions, short replicas) {
    return ask(() -> topics.create(requirements, partitions, replicas));
  }

  /** How each topic is. */
  List<TopicState> states(List<TopicRequirement> requirements, Collection<String> created) {
    Map<String, Integer> partitions =
        ask(() -> topics.partitions(requirements.stream().map(TopicRequirement::name).toList()));
    List<TopicState> states = new ArrayList<>();
    for (TopicRequirement requirement : requirements) {
      String name = requirement.name();
      List<String> problems = ask(() -> topics.problems(List.of(requirement)));
      states.add(
          new TopicState(
              name,
              partitions.get(name),
              status(partitions.containsKey(name), problems, created.contains(name)),
              problems));
    }
    return states;
  }

  @Override
  public void close() {
    admin.close();
  }

  private static TopicState.Status status(boolean exists, List<String> problems, boolean created) {
    if (!exists) {
      return TopicState.Status.MISSING;
    }
    if (!problems.isEmpty()) {
      return TopicState.Status.WRONG;
    }
    return created ? TopicState.Status.CREATED : TopicState.Status.OK;
  }

  private <A> A ask(Question<A> question) {
    try {
      return question.ask();
    } catch (KafkaException failure) {
      throw clients.failures().ofKafka(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new OperationFailure("interrupted", interrupted);
    }
  }
}

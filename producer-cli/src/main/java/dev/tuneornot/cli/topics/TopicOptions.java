package dev.tuneornot.cli.topics;

import dev.tuneornot.cli.connection.ConnectionSettings;
import dev.tuneornot.confluent.topics.TopicRequirement;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which topics there are to be. */
final class TopicOptions {

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      description =
          "The streams app's id, after which its internal topics are named. Setting:"
              + " application.id; default: tune-or-not.")
  private @Nullable String applicationId;

  /**
   * All topics, in the order of a record's way.
   *
   * @param proposalPartitions also of the internal topics
   */
  List<TopicRequirement> requirements(ConnectionSettings settings, int proposalPartitions) {
    List<TopicRequirement> requirements = new ArrayList<>();
    for (TopicSpec topic : TopicSpec.all()) {
      TopicRequirement any =
          new TopicRequirement(
              topic.name(settings.topicPrefix()), TopicRequirement.ANY, topic.settings());
      requirements.add(
          topic.equals(TopicSpec.PROPOSALS) ? any.withPartitions(proposalPartitions) : any);
    }
    String application = Objects.requireNonNullElse(applicationId, settings.applicationId());
    for (TopicSpec topic : TopicSpec.internal(application)) {
      requirements.add(
          new TopicRequirement(topic.baseName(), proposalPartitions, topic.settings()));
    }
    return requirements;
  }
}

package dev.tuneornot.streams.runtime;

import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaException;

/**
 * Finds the application of another id that answers the same topics at the same time: two of them
 * would answer everything twice and overwrite each other's history.
 *
 * <p>Of the groups of a cluster, an application of ours is the one that reads both the proposals
 * and the reference topic that is named after it. One that nobody is a member of has stopped, and
 * what it leaves behind is not in the way.
 */
final class OtherApplications {
  private static final Set<GroupState> WITHOUT_MEMBERS =
      Set.of(GroupState.EMPTY, GroupState.DEAD, GroupState.UNKNOWN);

  private final Admin admin;
  private final String ownId;
  private final String proposals;

  OtherApplications(Admin admin, String ownId, String proposals) {
    this.admin = admin;
    this.ownId = ownId;
    this.proposals = proposals;
  }

  /**
   * Their ids, sorted.
   *
   * @throws KafkaException the broker's or the client's
   */
  Set<String> find() throws InterruptedException {
    try {
      Collection<GroupListing> groups = admin.listGroups().all().get();
      Set<String> others = new TreeSet<>();
      others.addAll(ofClassicProtocol(ids(groups, GroupType.CLASSIC)));
      others.addAll(ofStreamsProtocol(ids(groups, GroupType.STREAMS)));
      return others;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }

  private List<String> ids(Collection<GroupListing> groups, GroupType type) {
    return groups.stream()
        .filter(group -> group.type().map(type::equals).orElse(false))
        .filter(
            group -> group.groupState().map(state -> !WITHOUT_MEMBERS.contains(state)).orElse(true))
        .map(GroupListing::groupId)
        .filter(id -> !id.equals(ownId))
        .toList();
  }

  /** A group that is rebalancing has no assignment, so what it has committed counts as well. */
  private Set<String> ofClassicProtocol(List<String> ids)
      throws InterruptedException, ExecutionException {
    Set<String> others = new HashSet<>();
    if (ids.isEmpty()) {
      return others;
    }
    for (ConsumerGroupDescription group : admin.describeConsumerGroups(ids).all().get().values()) {
      Set<String> topics =
          group.members().stream()
              .flatMap(member -> member.assignment().topicPartitions().stream())
              .map(partition -> partition.topic())
              .collect(Collectors.toCollection(HashSet::new));
      if (topics.isEmpty()) {
        admin
            .listConsumerGroupOffsets(group.groupId())
            .partitionsToOffsetAndMetadata()
            .get()
            .keySet()
            .forEach(partition -> topics.add(partition.topic()));
      }
      if (isOurs(group.groupId(), topics)) {
        others.add(group.groupId());
      }
    }
    return others;
  }

  private Set<String> ofStreamsProtocol(List<String> ids)
      throws InterruptedException, ExecutionException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    Map<String, StreamsGroupDescription> groups = admin.describeStreamsGroups(ids).all().get();
    return groups.values().stream()
        .filter(
            group ->
                isOurs(
                    group.groupId(),
                    group.subtopologies().stream()
                        .flatMap(part -> part.sourceTopics().stream())
                        .collect(Collectors.toSet())))
        .map(StreamsGroupDescription::groupId)
        .collect(Collectors.toSet());
  }

  private boolean isOurs(String id, Set<String> topics) {
    return topics.contains(proposals) && topics.contains(TopicSpec.reference(id).name(""));
  }
}

package dev.tuneornot.confluent.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Compares the topics of a cluster with what they are to be, and creates missing ones. Every method
 * throws the {@link KafkaException} that the broker or the client gives as the cause of a failure.
 */
public final class TopicAdmin {
  private static final Duration VISIBLE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration VISIBLE_POLL = Duration.ofMillis(20);

  private final Admin admin;

  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /** Partition counts of those topics that exist, by name. */
  public Map<String, Integer> partitions(Collection<String> names) throws InterruptedException {
    Map<String, Integer> partitions = new TreeMap<>();
    descriptions(names).forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    return partitions;
  }

  /** The ids of those topics that exist, by name; one that is created anew has another. */
  public Map<String, Uuid> ids(Collection<String> names) throws InterruptedException {
    Map<String, Uuid> ids = new TreeMap<>();
    descriptions(names).forEach((name, topic) -> ids.put(name, topic.topicId()));
    return ids;
  }

  private Map<String, TopicDescription> descriptions(Collection<String> names)
      throws InterruptedException {
    Map<String, TopicDescription> descriptions = new TreeMap<>();
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(names).topicNameValues();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : described.entrySet()) {
      try {
        descriptions.put(topic.getKey(), get(topic.getValue(), topic.getKey()));
      } catch (UnknownTopicOrPartitionException missing) {
        // Not in the answer.
      }
    }
    return descriptions;
  }

  /**
   * Creates what is missing, and waits up to 10 s until the broker asked tells of all of it.
   *
   * @param defaultPartitions for requirements with {@link TopicRequirement#ANY}
   * @param replicationFactor -1: the broker's default
   * @return the names of the topics created
   */
  public List<String> create(
      Collection<TopicRequirement> requirements, int defaultPartitions, short replicationFactor)
      throws InterruptedException {
    Map<String, TopicRequirement> missing = new LinkedHashMap<>();
    requirements.forEach(requirement -> missing.put(requirement.name(), requirement));
    partitions(missing.keySet()).keySet().forEach(missing::remove);
    List<NewTopic> topics = new ArrayList<>();
    for (TopicRequirement requirement : missing.values()) {
      int number =
          requirement.partitions() == TopicRequirement.ANY
              ? defaultPartitions
              : requirement.partitions();
      Optional<Short> replicas =
          replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor);
      topics.add(
          new NewTopic(requirement.name(), Optional.of(number), replicas)
              .configs(requirement.settings()));
    }
    List<String> created = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> topic :
        admin.createTopics(topics).values().entrySet()) {
      try {
        get(topic.getValue(), topic.getKey());
        created.add(topic.getKey());
      } catch (TopicExistsException raced) {
        // Somebody else has just created it.
      }
    }
    awaitVisible(missing.keySet());
    return created;
  }

  /**
   * A created topic is not at once in what every broker tells, whoever has created it: of one that
   * the controller knows already, the broker asked may know nothing yet.
   */
  private void awaitVisible(Set<String> names) throws InterruptedException {
    long end = System.nanoTime() + VISIBLE_TIMEOUT.toNanos();
    while (partitions(names).size() < names.size() && System.nanoTime() < end) {
      Thread.sleep(VISIBLE_POLL.toMillis());
    }
  }

  /** What is not as it is to be, a sentence each; empty where all is well. */
  public List<String> problems(Collection<TopicRequirement> requirements)
      throws InterruptedException {
    Map<String, Integer> partitions =
        partitions(requirements.stream().map(TopicRequirement::name).toList());
    Map<String, Config> settings = settings(partitions.keySet());
    List<String> problems = new ArrayList<>();
    for (TopicRequirement requirement : requirements) {
      Integer number = partitions.get(requirement.name());
      if (number == null) {
        problems.add("topic %s does not exist".formatted(requirement.name()));
        continue;
      }
      if (requirement.partitions() != TopicRequirement.ANY && requirement.partitions() != number) {
        problems.add(
            "topic %s has %d partitions: must have %d"
                .formatted(requirement.name(), number, requirement.partitions()));
      }
      problems.addAll(settingProblems(requirement, settings.get(requirement.name())));
    }
    return problems;
  }

  /**
   * Those topics with a partition of fewer replicas than they should have, a sentence each; what
   * does not exist is passed over.
   */
  public List<String> replicationProblems(Collection<String> names, short replicationFactor)
      throws InterruptedException {
    List<String> problems = new ArrayList<>();
    for (TopicDescription topic : descriptions(names).values()) {
      int least =
          topic.partitions().stream()
              .mapToInt(partition -> partition.replicas().size())
              .min()
              .orElse(0);
      if (least < replicationFactor) {
        problems.add(
            "topic %s has %d replicas: must have at least %d"
                .formatted(topic.name(), least, replicationFactor));
      }
    }
    return problems;
  }

  private static List<String> settingProblems(TopicRequirement requirement, Config config) {
    List<String> problems = new ArrayList<>();
    String policy = requirement.settings().getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "");
    String actual = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
    boolean mustCompact = policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    boolean mustKeep = mustCompact && !policy.contains(TopicConfig.CLEANUP_POLICY_DELETE);
    if ((mustCompact && !actual.contains(TopicConfig.CLEANUP_POLICY_COMPACT))
        || (mustKeep && actual.contains(TopicConfig.CLEANUP_POLICY_DELETE))) {
      problems.add(
          "topic %s has cleanup.policy=%s: must be %s"
              .formatted(requirement.name(), actual, policy));
    }
    String least = requirement.settings().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    String most = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    if (least != null && Long.parseLong(most) < Long.parseLong(least)) {
      problems.add(
          "topic %s has max.message.bytes=%s: must be at least %s"
              .formatted(requirement.name(), most, least));
    }
    return problems;
  }

  private Map<String, Config> settings(Collection<String> names) throws InterruptedException {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> settings = new TreeMap<>();
    for (Map.Entry<ConfigResource, KafkaFuture<Config>> topic :
        admin.describeConfigs(resources).values().entrySet()) {
      String name = topic.getKey().name();
      settings.put(name, get(topic.getValue(), name));
    }
    return settings;
  }

  private static String value(Config config, String setting) {
    ConfigEntry entry = config.get(setting);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  /** Kafka's own messages about rights and replicas do not say of which topic. */
  private static <T> T get(KafkaFuture<T> future, String topic) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicAuthorizationException) {
        throw new TopicAuthorizationException(
            "no right to describe, create or read the settings of topic " + topic, Set.of(topic));
      }
      if (e.getCause() instanceof InvalidReplicationFactorException tooMany) {
        throw new InvalidReplicationFactorException(
            "topic " + topic + " cannot be created: " + tooMany.getMessage(), tooMany);
      }
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }
}

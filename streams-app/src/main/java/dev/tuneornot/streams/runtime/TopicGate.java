package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.RootCause;
import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.confluent.topics.BriefAdmin;
import dev.tuneornot.confluent.topics.TopicAdmin;
import dev.tuneornot.confluent.topics.TopicRequirement;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.inbound.TopicIdentities;
import dev.tuneornot.streams.topology.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the application start only on topics that are as they must be. The internal topics are
 * created where they are missing, the others only where that is wanted.
 */
final class TopicGate {
  private static final Logger LOG = LoggerFactory.getLogger(TopicGate.class);
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

  private final StreamsAppConfig config;
  private final Topics topics;
  private final Consumer<String> waitsFor;

  /**
   * @param waitsFor is told what is waited for, for a person
   */
  TopicGate(StreamsAppConfig config, Topics topics, Consumer<String> waitsFor) {
    this.config = config;
    this.topics = topics;
    this.waitsFor = waitsFor;
  }

  /**
   * What the topics are like.
   *
   * @param partitions by topic name
   */
  record Checked(Map<String, Integer> partitions, TopicIdentities identities) {

    int partitions(String topic) {
      return Objects.requireNonNull(partitions.get(topic));
    }
  }

  /**
   * Returns once all topics are right; null where it was stopped before.
   *
   * @param stopped whether to give up; asked between attempts
   * @throws StartupException where a topic is not as it must be; names each and the remedy
   */
  @Nullable Checked await(BooleanSupplier stopped) throws InterruptedException {
    try (BriefAdmin brief = BriefAdmin.create(StreamsSettings.forAdmin(config))) {
      TopicAdmin topicAdmin = new TopicAdmin(brief.admin());
      while (!stopped.getAsBoolean()) {
        try {
          return check(topicAdmin);
        } catch (RetriableException e) {
          LOG.warn("Waiting for Kafka: {}", e.toString());
          waitsFor.accept("waiting for Kafka: " + e);
          Thread.sleep(RETRY_INTERVAL.toMillis());
        } catch (AuthenticationException | AuthorizationException e) {
          throw new StartupException(
              "Kafka refuses the application: " + ThreadFailures.explanation(e), e);
        }
      }
      return null;
    } catch (InvalidReplicationFactorException e) {
      throw new StartupException(
          "Cannot start: "
              + e.getMessage()
              + " Set "
              + StreamsAppConfig.TOPICS_REPLICATION_FACTOR
              + " to what the cluster has brokers for, or start more of them.",
          e);
    } catch (KafkaException e) {
      throw new StartupException("Topics cannot be checked: " + RootCause.message(e), e);
    }
  }

  /**
   * Returns where no other application answers the same topics, or is to be put up with.
   *
   * @throws StartupException where one does
   */
  void requireNoOther(BooleanSupplier stopped) throws InterruptedException {
    if (config.takesOver()) {
      return;
    }
    try (BriefAdmin brief = BriefAdmin.create(StreamsSettings.forAdmin(config))) {
      OtherApplications others =
          new OtherApplications(brief.admin(), config.applicationId(), topics.proposals());
      while (!stopped.getAsBoolean()) {
        try {
          refuse(others.find());
          return;
        } catch (RetriableException | GroupIdNotFoundException e) {
          waitsFor.accept("looking for other applications: " + e);
          Thread.sleep(RETRY_INTERVAL.toMillis());
        } catch (AuthorizationException e) {
          LOG.warn(
              "No right to see the groups of the cluster, so that another application that answers"
                  + " the same topics would go unnoticed: {}",
              e.toString());
          return;
        }
      }
    } catch (KafkaException e) {
      throw new StartupException("Groups cannot be seen: " + RootCause.message(e), e);
    }
  }

  private void refuse(Set<String> others) {
    if (!others.isEmpty()) {
      throw new StartupException(
          "Cannot start: application "
              + String.join(", ", others)
              + " answers topic "
              + topics.proposals()
              + " already, and this one is "
              + config.applicationId()
              + "; two of them would answer everything twice. Stop the other one first (one that was"
              + " killed counts until its session has timed out), or set "
              + StreamsAppConfig.TAKE_OVER
              + "=true.");
    }
  }

  private Checked check(TopicAdmin admin) throws InterruptedException {
    List<TopicRequirement> shared = sharedTopics();
    if (config.createsTopics()) {
      report(admin.create(shared, config.topicPartitions(), config.topicReplicationFactor()));
    }
    List<String> problems = new ArrayList<>(admin.problems(shared));
    Integer partitions = admin.partitions(List.of(topics.proposals())).get(topics.proposals());
    if (partitions != null) {
      List<TopicRequirement> internal = internalTopics(partitions);
      report(admin.create(internal, partitions, config.topicReplicationFactor()));
      problems.addAll(admin.problems(internal));
      // A task has the same partition of both.
      problems.addAll(
          admin.problems(
              List.of(requirement(TopicSpec.USAGE, topics.usage()).withPartitions(partitions))));
    }
    Integer priced = admin.partitions(List.of(topics.pricing())).get(topics.pricing());
    if (priced != null) {
      // What is rejected there has to reach the task that holds it.
      problems.addAll(
          admin.problems(
              List.of(
                  requirement(TopicSpec.PRICE_REVIEWS, topics.priceReviews())
                      .withPartitions(priced))));
    }
    if (config.topicReplicationFactor() > 0) {
      problems.addAll(
          admin.replicationProblems(names(shared, partitions), config.topicReplicationFactor()));
    }
    if (!problems.isEmpty() || partitions == null) {
      throw new StartupException(
          "Cannot start: "
              + String.join("; ", problems)
              + ". `tune-or-not topics create` creates what is missing, `topics check` checks.");
    }
    List<String> names = names(shared, partitions);
    return new Checked(admin.partitions(names), new TopicIdentities(admin.ids(names)));
  }

  private List<String> names(List<TopicRequirement> shared, @Nullable Integer partitions) {
    List<String> names = new ArrayList<>();
    shared.forEach(topic -> names.add(topic.name()));
    if (partitions != null) {
      internalTopics(partitions).forEach(topic -> names.add(topic.name()));
    }
    return names;
  }

  private List<TopicRequirement> sharedTopics() {
    return List.of(
        requirement(TopicSpec.PROPOSALS, topics.proposals()),
        requirement(TopicSpec.USAGE, topics.usage()),
        requirement(TopicSpec.PRICING, topics.pricing()),
        requirement(TopicSpec.POLICIES, topics.policies()),
        requirement(TopicSpec.COMMANDS, topics.commands()),
        requirement(TopicSpec.RECOMMENDATIONS, topics.recommendations()),
        requirement(TopicSpec.RECOMMENDATION_CHANGES, topics.recommendationChanges()),
        requirement(TopicSpec.PORTFOLIO_SUMMARIES, topics.portfolioSummaries()),
        requirement(TopicSpec.PRICE_REVIEWS, topics.priceReviews()),
        requirement(TopicSpec.PRICE_IMPACTS, topics.priceImpacts()),
        requirement(TopicSpec.DEAD_LETTERS, topics.deadLetters()));
  }

  private List<TopicRequirement> internalTopics(int partitions) {
    return TopicSpec.internal(config.applicationId()).stream()
        .map(topic -> requirement(topic, topic.baseName()).withPartitions(partitions))
        .toList();
  }

  private static TopicRequirement requirement(TopicSpec topic, String name) {
    return new TopicRequirement(name, TopicRequirement.ANY, topic.settings());
  }

  private static void report(List<String> created) {
    if (!created.isEmpty()) {
      LOG.info("Created topics {}", created);
    }
  }
}

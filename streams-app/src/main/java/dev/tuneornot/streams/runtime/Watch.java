package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.topics.BriefAdmin;
import dev.tuneornot.streams.inbound.TopicIdentities;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, while Kafka Streams runs, after what it does not notice itself and only a new start cures:
 * a wall clock that was set back, and a topic that was deleted and created anew.
 */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration CLOCK_INTERVAL = Duration.ofSeconds(1);
  private static final Duration TOPICS_INTERVAL = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Starts Kafka Streams anew. */
  @FunctionalInterface
  interface Restart {
    /**
     * Returns what the topics are like now; null where the application has ended.
     *
     * @param why for a person
     */
    TopicGate.@Nullable Checked run(String why) throws InterruptedException;
  }

  private final ClockWatch clock;
  private final Map<String, Object> adminSettings;
  private final Restart restart;
  private final Thread thread = new Thread(this::watch, "tune-or-not-watch");
  private @Nullable TopicIdentities known;

  Watch(ClockWatch clock, Map<String, Object> adminSettings, Restart restart) {
    this.clock = clock;
    this.adminSettings = adminSettings;
    this.restart = restart;
    thread.setDaemon(true);
  }

  /**
   * @param identities of the topics that Kafka Streams was started with
   */
  void start(TopicIdentities identities) {
    known = identities;
    thread.start();
  }

  private void watch() {
    try {
      TopicIdentities identities = known;
      while (identities != null) {
        TopicGate.Checked checked = restart.run(somethingWrong(identities));
        identities = checked == null ? null : checked.identities();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns once something is wrong; what it is. */
  private String somethingWrong(TopicIdentities identities) throws InterruptedException {
    // A new one after each restart: its timers, too, may count from a time to come.
    try (BriefAdmin brief = BriefAdmin.create(adminSettings)) {
      long topicsSeen = System.nanoTime();
      while (true) {
        Thread.sleep(CLOCK_INTERVAL.toMillis());
        Duration back = clock.setBack();
        if (!back.isZero()) {
          return "the wall clock was set back by " + back.toSeconds() + " s";
        }
        if (System.nanoTime() - topicsSeen > TOPICS_INTERVAL.toNanos()) {
          if (!isStillSo(brief.admin(), identities)) {
            return "a topic was deleted and created anew";
          }
          topicsSeen = System.nanoTime();
        }
      }
    }
  }

  /** Also where that cannot be seen: one that is missing stops Kafka Streams by itself. */
  private static boolean isStillSo(Admin admin, TopicIdentities identities)
      throws InterruptedException {
    try {
      Map<String, TopicDescription> topics =
          admin
              .describeTopics(identities.byTopic().keySet())
              .allTopicNames()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return topics.values().stream()
          .allMatch(topic -> topic.topicId().equals(identities.of(topic.name())));
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Topics cannot be seen: {}", e.toString());
      return true;
    }
  }

  /** Waits for a restart that goes on, so that nothing is started behind the caller's back. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.tuneornot.streams.runtime;

import dev.tuneornot.streams.score.StartGate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens once the application group has committed past what was waiting at the start: first in the
 * topics of prices and policies, then in the topic that carries them to every task. Without it, on
 * a first start most proposals would be evaluated without prices and again with them.
 */
final class CaughtUpGate implements StartGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaughtUpGate.class);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Object> adminSettings;
  private final String group;
  private final List<String> sources;
  private final String carrier;
  private final Thread thread = new Thread(this::watch, "tune-or-not-start-gate");
  private volatile boolean open;

  /**
   * @param sources the topics of prices and policies
   * @param carrier the topic that carries them to every task
   */
  CaughtUpGate(
      Map<String, Object> adminSettings, String group, List<String> sources, String carrier) {
    this.adminSettings = adminSettings;
    this.group = group;
    this.sources = sources;
    this.carrier = carrier;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private void watch() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Admin admin = Admin.create(adminSettings)) {
      boolean caughtUp = isPast(admin, sources, end) && isPast(admin, List.of(carrier), end);
      LOG.info(
          caughtUp
              ? "Prices and policies are there; proposals are answered from now on"
              : "Prices and policies are late; proposals are answered without waiting any longer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      LOG.warn(
          "Cannot see how far prices and policies are, not waiting for them: {}", e.toString());
    } finally {
      open = true;
    }
  }

  private boolean isPast(Admin admin, Collection<String> topics, long end)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> targets = ends(admin, topics);
    while (!reached(admin, targets)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
    return true;
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Collection<String> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  latest.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get();
    return ends.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private boolean reached(Admin admin, Map<TopicPartition, Long> targets)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return targets.entrySet().stream()
        .allMatch(
            target -> {
              OffsetAndMetadata offset = committed.get(target.getKey());
              return target.getValue() == 0
                  || (offset != null && offset.offset() >= target.getValue());
            });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

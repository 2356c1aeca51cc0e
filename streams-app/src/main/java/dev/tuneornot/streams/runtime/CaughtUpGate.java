package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.topics.BriefAdmin;
import dev.tuneornot.streams.score.StartGate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens once the application group has committed past what was waiting at the start: first in the
 * topics of prices and policies, then in the topic that carries them to every task. Without it, on
 * a first start most proposals would be evaluated without prices and again with them.
 *
 * <p>What waits is a record, not an offset: behind the last record there may be markers of
 * transactions, aborted records and gaps of compaction, which no group ever commits past where no
 * other record follows.
 *
 * <p>It opens late where nothing that waits is committed for {@link #PATIENCE}, as nobody may be
 * there to do it; while the application is not ready that time does not run.
 */
final class CaughtUpGate implements StartGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaughtUpGate.class);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Object> adminSettings;
  private final Map<String, Object> consumerSettings;
  private final String group;
  private final List<String> sources;
  private final String carrier;
  private final BooleanSupplier isReady;
  private final Thread thread = new Thread(this::watch, "tune-or-not-start-gate");
  private volatile boolean open;

  /**
   * @param sources the topics of prices and policies
   * @param carrier the topic that carries them to every task
   * @param isReady whether this application takes records by now
   */
  CaughtUpGate(
      Map<String, Object> adminSettings,
      Map<String, Object> consumerSettings,
      String group,
      List<String> sources,
      String carrier,
      BooleanSupplier isReady) {
    this.adminSettings = adminSettings;
    this.consumerSettings = consumerSettings;
    this.group = group;
    this.sources = sources;
    this.carrier = carrier;
    this.isReady = isReady;
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
    try (BriefAdmin brief = BriefAdmin.create(adminSettings)) {
      boolean caughtUp = isPast(brief.admin(), sources) && isPast(brief.admin(), List.of(carrier));
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

  private boolean isPast(Admin admin, Collection<String> topics)
      throws InterruptedException, ExecutionException {
    CatchingUp catchingUp = new CatchingUp(lastRecords(waiting(admin, topics)), PATIENCE);
    while (true) {
      CatchingUp.State state =
          catchingUp.look(committed(admin), isReady.getAsBoolean(), System.nanoTime());
      if (state != CatchingUp.State.BEHIND) {
        return state == CatchingUp.State.PAST;
      }
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
  }

  /** What is not committed of a partition: from where on, and up to which end. */
  private record Range(long from, long end) {}

  private Map<TopicPartition, Range> waiting(Admin admin, Collection<String> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> ends = offsets(admin, topics, OffsetSpec.latest());
    Map<TopicPartition, Long> beginnings = offsets(admin, topics, OffsetSpec.earliest());
    Map<TopicPartition, Long> committed = committed(admin);
    Map<TopicPartition, Range> waiting = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long beginning = beginnings.get(partition);
          long from = Math.max(beginning, committed.getOrDefault(partition, beginning));
          if (from < end) {
            waiting.put(partition, new Range(from, end));
          }
        });
    return waiting;
  }

  /** The offset of the last record of each range; those without any are left out. */
  private Map<TopicPartition, Long> lastRecords(Map<TopicPartition, Range> ranges) {
    Map<TopicPartition, Long> last = new HashMap<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    if (ranges.isEmpty()) {
      return last;
    }
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(ranges.keySet());
      ranges.forEach((partition, range) -> consumer.seek(partition, range.from()));
      while (!consumer.assignment().isEmpty() && System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_INTERVAL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < ranges.get(partition).end()) {
            last.put(partition, record.offset());
          }
        }
        Set<TopicPartition> left = new HashSet<>(consumer.assignment());
        left.removeIf(partition -> consumer.position(partition) >= ranges.get(partition).end());
        if (left.size() < consumer.assignment().size()) {
          consumer.assign(left);
        }
      }
    }
    return last;
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Collection<String> topics, OffsetSpec which)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  asked.put(new TopicPartition(topic.name(), partition.partition()), which));
    }
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private Map<TopicPartition, Long> committed(Admin admin)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach(
            (partition, offset) -> {
              if (offset != null) {
                committed.put(partition, offset.offset());
              }
            });
    return committed;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

package dev.tuneornot.streams.inbound;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The door of a processor: refuses records without a key, too large or in the wrong partition,
 * parks those that cannot be decoded yet, and lets the rest through in order.
 */
public final class Admission {
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(100);

  /** A retry runs between records of the input and of the thread's other tasks. */
  private static final Duration RETRY_BUDGET = Duration.ofMillis(25);

  private final ProcessingContext context;
  private final Parking parking;
  private final WriterSchemas schemas;
  private final DeadLetters deadLetters;
  private final Predicate<InboundRecord> handler;
  private final PartitionCheck partitionCheck;
  private final IntConsumer parkedGauge;
  private @Nullable Cancellable retries;

  /** Which partition a key belongs to. */
  @FunctionalInterface
  public interface PartitionCheck {
    PartitionCheck NONE = (topic, key, partition) -> true;

    boolean isRight(String topic, Bytes key, int partition);

    /**
     * The default partitioner's choice.
     *
     * @param partitions how many each topic has
     */
    static PartitionCheck murmur2(Map<String, Integer> partitions) {
      return (topic, key, partition) ->
          Utils.toPositive(Utils.murmur2(key.get())) % partitions.get(topic) == partition;
    }
  }

  /**
   * @param handler handles an admitted record; answers false where its schema is not known yet
   * @param parkedGauge told how many records are parked
   */
  public Admission(
      ProcessingContext context,
      KeyValueStore<Bytes, byte[]> parked,
      WriterSchemas schemas,
      DeadLetters deadLetters,
      PartitionCheck partitionCheck,
      Predicate<InboundRecord> handler,
      IntConsumer parkedGauge) {
    this.context = context;
    this.parking = new Parking(parked);
    this.schemas = schemas;
    this.deadLetters = deadLetters;
    this.partitionCheck = partitionCheck;
    this.handler = handler;
    this.parkedGauge = parkedGauge;
  }

  /** Goes on with what an earlier run has parked. */
  public void begin() {
    parking.load(() -> false);
    parkedGauge.accept(parking.size());
    scheduleRetries();
  }

  public void admit(InboundRecord record) {
    Bytes key = record.key();
    if (key == null) {
      deadLetters.refuse(record, Refusal.of(Reason.NULL_KEY, "record has no key"));
      return;
    }
    String tooLarge = SizeLimits.problem(record);
    if (tooLarge != null) {
      deadLetters.refuse(record, Refusal.of(Reason.TOO_LARGE, tooLarge));
      return;
    }
    if (!partitionCheck.isRight(record.topic(), key, record.partition())) {
      deadLetters.refuse(record, wrongPartition(record));
      return;
    }
    if (parking.holds(record.topic(), key) || !handler.test(record)) {
      parking.park(record);
      parkedGauge.accept(parking.size());
      scheduleRetries();
    }
  }

  private static Refusal wrongPartition(InboundRecord record) {
    return Refusal.of(
        Reason.WRONG_PARTITION,
        "partition "
            + record.partition()
            + " is not the one of the default partitioner (murmur2) for this key; clients on"
            + " librdkafka need partitioner=murmur2_random");
  }

  private void scheduleRetries() {
    if (retries == null && !parking.isEmpty()) {
      retries =
          context.schedule(RETRY_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> retryParked());
    }
  }

  private void retryParked() {
    long end = System.nanoTime() + RETRY_BUDGET.toNanos();
    BooleanSupplier hasTime = () -> System.nanoTime() - end < 0;
    if (parking.load(hasTime)) {
      parking.retry(schemas::find, handler, hasTime);
    }
    parkedGauge.accept(parking.size());
    if (parking.isEmpty()) {
      close();
    }
  }

  /** Retries no more. */
  public void close() {
    if (retries != null) {
      retries.cancel();
      retries = null;
    }
  }
}

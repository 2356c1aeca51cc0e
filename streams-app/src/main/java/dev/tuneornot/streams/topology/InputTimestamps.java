package dev.tuneornot.streams.topology;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Timestamps of input records are not trusted: those out of range count as now. A negative one
 * would make Kafka Streams drop the record, one far ahead would make it useless as an order.
 */
final class InputTimestamps implements TimestampExtractor {
  private static final long MAX_AHEAD = Duration.ofDays(1).toMillis();

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long now = System.currentTimeMillis();
    boolean inRange = record.timestamp() >= 0 && record.timestamp() <= now + MAX_AHEAD;
    return inRange ? record.timestamp() : now;
  }
}

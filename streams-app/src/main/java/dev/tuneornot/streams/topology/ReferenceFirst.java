package dev.tuneornot.streams.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Makes a task take a fetched reference record before fetched proposals: it always takes the record
 * with the smallest timestamp. ({@code max.task.idle.ms} above 0 would make proposals wait for a
 * topic that is normally empty.)
 */
final class ReferenceFirst implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return 0;
  }
}

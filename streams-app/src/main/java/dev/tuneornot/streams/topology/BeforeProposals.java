package dev.tuneornot.streams.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Makes a task take fetched records of a topic before fetched proposals: it always takes the record
 * with the smallest timestamp. All topics but the proposals are short, and what they carry must not
 * wait until a long queue of proposals is worked off. ({@code max.task.idle.ms} above 0 would make
 * proposals wait for topics that are normally empty.)
 */
final class BeforeProposals implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return 0;
  }
}

package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.projection.Batch.Advance;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes records each in a transaction of its own: finds what the database refuses, says where it
 * stands, and passes over it.
 */
final class OneByOne {
  private final Decoding decoding;
  private final Writing writing;
  private final Refusals refusals;

  /** Makes the rows of records. */
  interface Decoding {
    Batch decode(Iterable<ConsumerRecord<String, byte[]>> records) throws InterruptedException;
  }

  /** Writes rows and offsets. */
  interface Writing {
    void write(Batch batch) throws InterruptedException, DataRefusedException;
  }

  /** Is told what is passed over, and why. */
  interface Refusals {
    void refused(ConsumerRecord<String, byte[]> record, String reason);
  }

  OneByOne(Decoding decoding, Writing writing, Refusals refusals) {
    this.decoding = decoding;
    this.writing = writing;
    this.refusals = refusals;
  }

  /**
   * @param noted the offsets that are in the database, kept up to date by who writes
   */
  void write(Iterable<ConsumerRecord<String, byte[]>> records, Map<TopicPartition, Long> noted)
      throws InterruptedException, DataRefusedException {
    for (ConsumerRecord<String, byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      Advance advance = new Advance(noted.getOrDefault(partition, 0L), record.offset() + 1);
      Batch one = decoding.decode(List.of(record));
      one.advances().put(partition, advance);
      try {
        writing.write(one);
      } catch (DataRefusedException e) {
        refusals.refused(record, "the database refuses it: " + e.getMessage());
        Batch nothing = new Batch();
        nothing.advances().put(partition, advance);
        writing.write(nothing);
      }
    }
  }
}

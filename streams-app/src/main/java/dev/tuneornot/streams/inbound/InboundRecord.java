package dev.tuneornot.streams.inbound;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record as it arrived on an input topic.
 *
 * @param key the key's bytes; null where the record has none
 * @param value the value's bytes; null for a deletion
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they are; nobody compares these records.
public record InboundRecord(
    String topic,
    int partition,
    long offset,
    @Nullable Bytes key,
    byte @Nullable [] value,
    Headers headers) {

  /**
   * @throws IllegalStateException outside of the processing of an input record
   */
  public static InboundRecord of(ProcessingContext context, Record<byte[], byte[]> record) {
    RecordMetadata origin =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("no record is being processed"));
    return new InboundRecord(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        record.key() == null ? null : Bytes.wrap(record.key()),
        record.value(),
        record.headers());
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}

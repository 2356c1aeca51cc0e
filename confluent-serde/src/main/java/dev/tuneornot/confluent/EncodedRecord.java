package dev.tuneornot.confluent;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record that is encoded already, for {@link QuickAvroSerializer}. Whoever needed the bytes for
 * something else does not pay for them twice.
 *
 * @param value the record
 * @param bytes its Avro encoding by the schema of its class, from 0 to {@code length}; read during
 *     serialization only, so the array may be used again afterwards
 */
// Not copied: that is its purpose.
@SuppressWarnings("ArrayRecordComponent")
public record EncodedRecord(SpecificRecord value, byte[] bytes, int length) {}

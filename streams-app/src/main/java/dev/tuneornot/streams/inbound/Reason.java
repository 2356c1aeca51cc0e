package dev.tuneornot.streams.inbound;

/** Why a record was refused; the code in the header {@link DeadLetters#REASON}. */
public enum Reason {
  /** The record has no key. */
  NULL_KEY,
  /** The record's partition is not the one the default partitioner gives its key. */
  WRONG_PARTITION,
  /** The record is larger than what the application takes, once it is unpacked. */
  TOO_LARGE,
  /**
   * The value is not in Confluent's wire format, or not Avro of its own schema, or not readable.
   */
  UNDECODABLE,
  /** The registry answered that it does not know the schema id. */
  UNKNOWN_SCHEMA,
  /** The id in the value is not the record's key. */
  KEY_MISMATCH,
  /** A field is out of its bounds (docs/rules.md section 1). */
  INVALID_RECORD
}

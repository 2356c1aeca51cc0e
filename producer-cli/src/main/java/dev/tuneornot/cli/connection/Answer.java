package dev.tuneornot.cli.connection;

import org.apache.kafka.common.utils.Bytes;

/** What the streams app says of a record. */
public sealed interface Answer {

  /**
   * It was evaluated.
   *
   * @param value in Confluent's wire format
   */
  record Recommended(Bytes value) implements Answer {}

  /** It was deleted. */
  record Deleted() implements Answer {}

  /** It was refused and is a dead letter now. */
  record Refused(String reason) implements Answer {}
}

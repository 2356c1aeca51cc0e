package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.output.Printable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers that tell why a record is a dead letter; UTF-8 text. */
public final class DeadLetterHeaders {

  /** Our reason code, such as {@code INVALID_RECORD}. */
  public static final String REASON = "tune-or-not.reason";

  /** When it was refused, ISO-8601. */
  public static final String REFUSED_AT = "tune-or-not.refused-at";

  /** Kafka Streams' own names (KIP-1034) begin with this. */
  public static final String STREAMS_PREFIX = "__streams.errors.";

  public static final String MESSAGE = STREAMS_PREFIX + "message";
  public static final String TOPIC = STREAMS_PREFIX + "topic";
  public static final String PARTITION = STREAMS_PREFIX + "partition";
  public static final String OFFSET = STREAMS_PREFIX + "offset";

  private DeadLetterHeaders() {}

  /** Code and message, for a person. */
  public static String sentence(Headers headers) {
    String reason = text(headers, REASON);
    String message = text(headers, MESSAGE);
    return message.isEmpty() ? reason : reason + ": " + message;
  }

  /** The text of a header, made fit for a terminal; empty where there is none. */
  public static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : Printable.of(new String(header.value(), StandardCharsets.UTF_8));
  }
}

package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.meters.AppMeters;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a refused record into a dead letter: key, value and headers untouched, plus headers that
 * say why, from where and when. Only what no topic would take is cut, and said to be.
 *
 * <p>It is forwarded like any other output, inside the task's transaction. Kafka Streams' own dead
 * letter queue is not used: under exactly-once, a record that fails the task takes its dead letter
 * with it into the aborted transaction.
 */
public final class DeadLetters {
  /** Header: our reason code, the name of a {@link Reason}. */
  public static final String REASON = "tune-or-not.reason";

  /** Header: when it was refused, ISO-8601 in UTC. */
  public static final String REFUSED_AT = "tune-or-not.refused-at";

  /** Header: what is missing of an original that is too large; absent where it is complete. */
  public static final String CUT = "tune-or-not.cut";

  // The names of KIP-1034, so that tools that know Kafka Streams' dead letters can read ours.
  public static final String EXCEPTION = "__streams.errors.exception";
  public static final String MESSAGE = "__streams.errors.message";
  public static final String TOPIC = "__streams.errors.topic";
  public static final String PARTITION = "__streams.errors.partition";
  public static final String OFFSET = "__streams.errors.offset";

  /** Keeps a dead letter within what its topic takes above the inputs' largest record. */
  private static final int MAX_MESSAGE_CHARACTERS = 4_000;

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  /** Where dead letters go. */
  @FunctionalInterface
  public interface Sink {
    void forward(Record<byte[], Object> deadLetter);
  }

  private final Sink sink;
  private final AppMeters meters;
  private final LongSupplier clock;

  /**
   * @param clock milliseconds since the epoch
   */
  public DeadLetters(Sink sink, AppMeters meters, LongSupplier clock) {
    this.sink = sink;
    this.meters = meters;
    this.clock = clock;
  }

  /** Sends {@code record} to the dead letters, counts and logs it. */
  public void refuse(InboundRecord record, Refusal refusal) {
    long now = clock.getAsLong();
    LOG.warn("Refused {}: {}: {}", record, refusal.reason(), onOneLine(refusal.message()));
    meters.refused(refusal.reason().name());
    LetterContent content = LetterContent.of(record);
    Headers headers = content.headers();
    if (content.cut() != null) {
      add(headers, CUT, content.cut());
    }
    addReason(headers, record, refusal, now);
    sink.forward(new Record<>(content.key(), content.value(), now, headers));
  }

  private static void addReason(Headers headers, InboundRecord record, Refusal refusal, long now) {
    add(headers, REASON, refusal.reason().name());
    add(headers, REFUSED_AT, Instant.ofEpochMilli(now).toString());
    add(headers, EXCEPTION, exceptionName(refusal));
    add(headers, MESSAGE, shortened(refusal.message()));
    add(headers, TOPIC, record.topic());
    add(headers, PARTITION, Integer.toString(record.partition()));
    add(headers, OFFSET, Long.toString(record.offset()));
  }

  private static String exceptionName(Refusal refusal) {
    return refusal.cause() == null ? Refusal.class.getName() : refusal.cause().getClass().getName();
  }

  /** A record's sender must not write lines of its own into the log. */
  private static String onOneLine(String message) {
    return shortened(message).replaceAll("\\p{Cntrl}", " ");
  }

  private static String shortened(String message) {
    return message.length() <= MAX_MESSAGE_CHARACTERS
        ? message
        : message.substring(0, MAX_MESSAGE_CHARACTERS) + "...";
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}

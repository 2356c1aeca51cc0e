package dev.tuneornot.cli.deadletters;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.DeadLetterHeaders;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Passes the wanted dead letters on to the topics they came from, as they were then. */
final class Replay implements Consumer<ConsumerRecord<byte[], byte[]>> {

  private final Set<String> inputs;
  private final Predicate<DeadLetter> wanted;
  private final @Nullable RecordSender sender;
  private final RowWriter<DeadLetter> rows;
  private final Refusals refusals;
  private long count;

  /**
   * Prepares it.
   *
   * @param prefix of the topics
   * @param sender null: only show
   */
  Replay(
      String prefix,
      Predicate<DeadLetter> wanted,
      @Nullable RecordSender sender,
      RowWriter<DeadLetter> rows,
      Refusals refusals) {
    // A header names the topic, and anybody who may write dead letters may write headers.
    this.inputs =
        Stream.of(TopicSpec.PROPOSALS, TopicSpec.PRICING, TopicSpec.POLICIES)
            .map(topic -> topic.name(prefix))
            .collect(Collectors.toUnmodifiableSet());
    this.wanted = wanted;
    this.sender = sender;
    this.rows = rows;
    this.refusals = refusals;
  }

  /** How many were passed on, or shown. */
  long count() {
    return count;
  }

  @Override
  public void accept(ConsumerRecord<byte[], byte[]> record) {
    DeadLetter letter = DeadLetter.of(record);
    if (!wanted.test(letter)) {
      return;
    }
    Optional<String> obstacle = obstacle(letter);
    if (obstacle.isPresent()) {
      refuse(letter, obstacle.get());
      return;
    }
    if (sender != null) {
      sender.send(
          letter.topic(),
          record.key(),
          record.value(),
          originalHeaders(record.headers()),
          why -> refuse(letter, why));
    }
    count++;
    try {
      rows.write(letter);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Optional<String> obstacle(DeadLetter letter) {
    if (letter.key() == null) {
      return Optional.of("it has no key, and a compacted topic takes no record without one");
    }
    if (!inputs.contains(letter.topic())) {
      return Optional.of("it does not come from one of " + inputs);
    }
    return Optional.empty();
  }

  private void refuse(DeadLetter letter, String why) {
    refusals.report(
        "dead letter %d@%d of %s: cannot be sent again: %s"
            .formatted(letter.partition(), letter.offset(), letter.origin(), why));
  }

  /** The headers of the original: those of its refusal and of its batch are gone. */
  static List<Header> originalHeaders(Headers headers) {
    List<Header> original = new ArrayList<>();
    for (Header header : headers) {
      String name = header.key();
      boolean added =
          name.startsWith(DeadLetterHeaders.STREAMS_PREFIX)
              || name.equals(DeadLetterHeaders.REASON)
              || name.equals(DeadLetterHeaders.REFUSED_AT)
              || name.equals(BatchId.HEADER);
      if (!added) {
        original.add(header);
      }
    }
    return original;
  }
}

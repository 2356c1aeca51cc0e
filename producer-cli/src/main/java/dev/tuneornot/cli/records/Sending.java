package dev.tuneornot.cli.records;

import dev.tuneornot.cli.connection.AvroEncoder;
import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.connection.TopicPartitions;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Sends the valid records of files as one batch. */
public final class Sending<T extends SpecificRecord> {

  /** Is told what becomes of each record. */
  public interface Listener {

    Listener NONE =
        new Listener() {
          @Override
          public void sent(String key) {}

          @Override
          public void refused(String key) {}
        };

    /** A record is about to be sent. */
    void sent(String key);

    /** A record was sent and Kafka did not take it. May come from another thread. */
    void refused(String key);
  }

  /** Where the records come from. */
  @FunctionalInterface
  public interface Source<T extends SpecificRecord> {

    /** Hands on each record that is valid, in order; reports the others. */
    void forEach(Refusals refusals, InputFiles.Action<T> action);
  }

  private final Kind<T> kind;
  private final Clients clients;
  private final BatchId batch;
  private final Surroundings surroundings;
  private final String topic;

  /**
   * Prepares a batch.
   *
   * @throws OperationFailure if Kafka cannot be reached or the topic does not exist
   */
  public Sending(Kind<T> kind, Clients clients, BatchId batch, Surroundings surroundings) {
    this.kind = kind;
    this.clients = clients;
    this.batch = batch;
    this.surroundings = surroundings;
    this.topic = kind.topic().name(clients.settings().topicPrefix());
    TopicPartitions.of(clients, List.of(topic));
  }

  /**
   * Sends all and waits for the broker's acknowledgements.
   *
   * @throws OperationFailure if the broker or the registry stops it
   */
  public void send(Source<T> source, Refusals refusals, Listener listener) {
    clients.settings().registryUrl();
    Tally tally = Tally.start(kind.plural(), "sent to " + topic, surroundings);
    try (AvroEncoder encoder = new AvroEncoder(topic, clients);
        RecordSender sender = new RecordSender(batch, clients)) {
      source.forEach(
          refusals,
          (file, record) -> {
            String key = kind.type().keyOf(record.value());
            byte[] value = encoder.encode(record.value());
            listener.sent(key);
            sender.send(
                topic,
                key,
                value,
                why -> {
                  listener.refused(key);
                  refusals.report(file, tooLarge(record.line(), key, why));
                });
          });
      tally.done(sender.finish());
    }
    tally.say(refusals);
  }

  /**
   * Sends a deletion for each key that is in the topic, and says which are not; waits for the
   * broker's acknowledgements.
   *
   * @throws OperationFailure if the broker stops it
   */
  public void delete(Collection<String> keys, Listener listener) {
    Set<String> present = LastValues.present(topic, keys, clients);
    Tally tally = Tally.start(kind.plural(), "deleted from " + topic, surroundings);
    try (RecordSender sender = new RecordSender(batch, clients)) {
      for (String key : keys) {
        if (present.contains(key)) {
          listener.sent(key);
          sender.send(topic, key, null, why -> listener.refused(key));
        } else {
          surroundings.say(Violation.displayed(key) + ": there is none in " + topic);
        }
      }
      tally.done(sender.finish());
    }
    tally.say(new Refusals(surroundings));
  }

  private static Entry.Refused<?> tooLarge(long line, String key, String why) {
    Violation violation = new Violation("", null, "small enough for Kafka: " + why);
    return new Entry.Refused<>(line, Violation.displayed(key), List.of(violation));
  }
}

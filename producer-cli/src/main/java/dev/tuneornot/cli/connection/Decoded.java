package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.schemas.validation.Violation;
import java.io.Closeable;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Decodes the values of a topic and reports those that are not what the topic is for. */
public final class Decoded<T extends SpecificRecord> implements Closeable {

  private final String topic;
  private final AvroDecoder<T> decoder;
  private final Refusals refusals;

  public Decoded(Class<T> recordClass, String topic, Clients clients, Refusals refusals) {
    this.topic = topic;
    this.decoder = new AvroDecoder<>(recordClass, clients);
    this.refusals = refusals;
  }

  /** The record; empty if it was reported. */
  public Optional<T> of(String key, byte[] value) {
    Optional<T> record = decoder.decode(value);
    if (record.isEmpty()) {
      refusals.report(topic + ": " + Violation.displayed(key) + ": the value cannot be read");
    }
    return record;
  }

  @Override
  public void close() {
    decoder.close();
  }
}

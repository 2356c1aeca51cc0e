package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.Closeable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;

/** Values for a topic in Confluent's wire format, by Confluent's serializer and its settings. */
public final class AvroEncoder implements Closeable {

  private final String topic;
  private final Failures failures;
  private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();

  public AvroEncoder(String topic, Clients clients) {
    this.topic = topic;
    this.failures = clients.failures();
    serializer.configure(clients.settings().forRegistry(), false);
  }

  /**
   * The value as bytes; the first one registers or looks up the schema.
   *
   * @throws OperationFailure if the registry does not give an id
   */
  public byte[] encode(SpecificRecord value) {
    try {
      return serializer.serialize(topic, value);
    } catch (KafkaException refused) {
      throw failures.ofRegistry(refused);
    }
  }

  @Override
  public void close() {
    serializer.close();
  }
}

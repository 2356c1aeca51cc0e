package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.confluent.RegistryFailure;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import java.io.Closeable;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;

/** Records of one of our classes out of Confluent's wire format. */
public final class AvroDecoder<T extends SpecificRecord> implements Closeable {

  private final Class<T> recordClass;
  private final String topic;
  private final Failures failures;
  private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

  public AvroDecoder(Class<T> recordClass, String topic, Clients clients) {
    this.recordClass = recordClass;
    this.topic = topic;
    this.failures = clients.failures();
    Map<String, Object> settings = clients.settings().forRegistry();
    settings.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    deserializer.configure(settings, false);
  }

  /**
   * The record; empty if the bytes are none of this class.
   *
   * @throws OperationFailure if the registry cannot tell
   */
  public Optional<T> decode(byte[] value) {
    try {
      Object record = deserializer.deserialize(topic, value);
      return recordClass.isInstance(record)
          ? Optional.of(recordClass.cast(record))
          : Optional.empty();
    } catch (KafkaException | AvroRuntimeException undecodable) {
      if (RegistryFailure.of(undecodable) == RegistryFailure.OTHER) {
        return Optional.empty();
      }
      throw failures.ofRegistry(undecodable);
    }
  }

  @Override
  public void close() {
    deserializer.close();
  }
}

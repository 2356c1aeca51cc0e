package dev.tuneornot.confluent;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A {@link RecordReader} that asks the registry for the writer schemas and waits for its answers.
 * Not thread-safe.
 */
public final class RegistryReader<T extends SpecificRecord> {

  /** The registry gave no schema; what that means for the record is told by {@link #failure}. */
  public static final class RegistryException extends Exception {
    private final RegistryFailure failure;

    RegistryException(RegistryFailure failure, Exception cause) {
      super(
          failure == RegistryFailure.NOT_FOUND
              ? "the schema registry does not know the schema id: " + cause
              : "the schema registry does not answer: " + cause,
          cause);
      this.failure = failure;
    }

    /** Anything but {@link RegistryFailure#OTHER}. */
    public RegistryFailure failure() {
      return failure;
    }
  }

  private final SchemaRegistryClient registry;
  private final RecordReader<T> reader;

  public RegistryReader(Class<T> type, SchemaRegistryClient registry) {
    this.reader = new RecordReader<>(type);
    this.registry = registry;
  }

  /**
   * The record in {@code value}.
   *
   * @throws UnreadableException where there is none of this class
   * @throws RegistryException where its schema cannot be had
   */
  public T read(byte[] value) throws UnreadableException, RegistryException {
    if (!WireFormat.isFramed(value)) {
      throw new UnreadableException("value is not in the wire format (0x00, schema id, Avro)");
    }
    int schemaId = WireFormat.schemaId(value);
    if (!reader.knows(schemaId)) {
      reader.learn(schemaId, lookUp(schemaId));
    }
    return reader.read(value);
  }

  /** The schema that {@code value}, which was read before, was written with. */
  public Schema writerOf(byte[] value) {
    return reader.writerOf(value);
  }

  private Schema lookUp(int schemaId) throws UnreadableException, RegistryException {
    ParsedSchema schema;
    try {
      schema = registry.getSchemaById(schemaId);
    } catch (IOException | RestClientException | RuntimeException e) {
      RegistryFailure failure = RegistryFailure.of(e);
      if (failure == RegistryFailure.OTHER) {
        throw new UnreadableException("schema id " + schemaId + ": " + e, e);
      }
      throw new RegistryException(failure, e);
    }
    if (schema.rawSchema() instanceof Schema avro) {
      return avro;
    }
    throw new UnreadableException(
        "schema id " + schemaId + " is not an Avro schema but " + schema.schemaType());
  }
}

package dev.tuneornot.dashboard.projection;

import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.confluent.WireFormat;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Decodes values in Confluent's wire format into our classes. Not thread-safe. */
final class Decoder {
  private static final byte[] SINGLE_OBJECT_MARK = {(byte) 0xC3, 0x01};

  /** The schema registry does not answer: says nothing about the record. */
  static final class RegistryAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryAwayException(Exception cause) {
      super("the schema registry does not answer: " + cause, cause);
    }
  }

  /** The record cannot be used; the message says why. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }

    RefusedException(Exception cause) {
      super(cause.toString(), cause);
    }
  }

  /**
   * @param schema that it was written with
   * @param fingerprint Avro's CRC-64 of that schema
   */
  record Decoded<T>(T value, Schema schema, long fingerprint) {}

  private record Writer(Schema schema, long fingerprint, SpecificDatumReader<SpecificRecord> in) {}

  private final SchemaRegistryClient registry;
  private final Map<Schema, Map<Integer, Writer>> writers = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  Decoder(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * @param readSchema that of the class
   * @throws RefusedException where the value is not what it is to be
   * @throws RegistryAwayException where its schema cannot be had at present
   */
  <T extends SpecificRecord> Decoded<T> decode(byte[] value, Class<T> type, Schema readSchema)
      throws RefusedException {
    if (!WireFormat.isFramed(value)) {
      throw new RefusedException("the value is not in Confluent's wire format");
    }
    Writer writer = writer(WireFormat.schemaId(value), readSchema);
    try {
      int start = WireFormat.HEADER_BYTES;
      reused = DecoderFactory.get().binaryDecoder(value, start, value.length - start, reused);
      T decoded = type.cast(writer.in().read(null, reused));
      if (!reused.isEnd()) {
        throw new RefusedException("there are bytes behind the record");
      }
      return new Decoded<>(decoded, writer.schema(), writer.fingerprint());
    } catch (IOException | AvroRuntimeException | ClassCastException e) {
      throw new RefusedException(e);
    }
  }

  private Writer writer(int schemaId, Schema readSchema) throws RefusedException {
    Map<Integer, Writer> ofSchema = writers.computeIfAbsent(readSchema, schema -> new HashMap<>());
    Writer known = ofSchema.get(schemaId);
    if (known != null) {
      return known;
    }
    Schema schema = lookUp(schemaId);
    SpecificDatumReader<SpecificRecord> reader =
        new SpecificDatumReader<>(schema, readSchema, SpecificData.getForSchema(readSchema));
    Writer writer = new Writer(schema, SchemaNormalization.parsingFingerprint64(schema), reader);
    ofSchema.put(schemaId, writer);
    return writer;
  }

  private Schema lookUp(int schemaId) throws RefusedException {
    try {
      if (registry.getSchemaById(schemaId) instanceof AvroSchema schema) {
        return schema.rawSchema();
      }
    } catch (Exception e) {
      switch (RegistryFailure.of(e)) {
        case UNREACHABLE, UNAUTHORIZED -> throw new RegistryAwayException(e);
        case NOT_FOUND, OTHER -> throw new RefusedException(e);
      }
    }
    throw new RefusedException("schema " + schemaId + " is not an Avro schema");
  }

  /** The payload with Avro's own header, which names the schema by its content, not by an id. */
  static ByteBuffer singleObject(byte[] value, long fingerprint) {
    int payload = value.length - WireFormat.HEADER_BYTES;
    return ByteBuffer.allocate(SINGLE_OBJECT_MARK.length + Long.BYTES + payload)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(SINGLE_OBJECT_MARK)
        .putLong(fingerprint)
        .put(value, WireFormat.HEADER_BYTES, payload)
        .flip();
  }
}

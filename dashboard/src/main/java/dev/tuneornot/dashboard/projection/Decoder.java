package dev.tuneornot.dashboard.projection;

import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.confluent.RegistryReader;
import dev.tuneornot.confluent.RegistryReader.RegistryException;
import dev.tuneornot.confluent.UnreadableException;
import dev.tuneornot.confluent.WireFormat;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/** Decodes values in Confluent's wire format into our classes. Not thread-safe. */
final class Decoder {
  private static final byte[] SINGLE_OBJECT_MARK = {(byte) 0xC3, 0x01};

  /** The schema registry does not answer: says nothing about the record. */
  static final class RegistryAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryAwayException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The record cannot be used; the message says why. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }

    RefusedException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * @param schema that it was written with
   * @param fingerprint Avro's CRC-64 of that schema
   */
  record Decoded<T>(T value, Schema schema, long fingerprint) {}

  private final SchemaRegistryClient registry;
  private final Map<Class<?>, RegistryReader<?>> readers = new HashMap<>();
  private final Map<Integer, Long> fingerprints = new HashMap<>();

  Decoder(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * @throws RefusedException where the value is no record of this class
   * @throws RegistryAwayException where its schema cannot be had at present
   */
  <T extends SpecificRecord> Decoded<T> decode(byte[] value, Class<T> type)
      throws RefusedException {
    RegistryReader<?> reader =
        readers.computeIfAbsent(type, unused -> new RegistryReader<>(type, registry));
    try {
      T decoded = type.cast(reader.read(value));
      Schema writer = reader.writerOf(value);
      long fingerprint =
          fingerprints.computeIfAbsent(
              WireFormat.schemaId(value),
              unused -> SchemaNormalization.parsingFingerprint64(writer));
      return new Decoded<>(decoded, writer, fingerprint);
    } catch (UnreadableException e) {
      throw new RefusedException(e);
    } catch (RegistryException e) {
      if (e.failure() == RegistryFailure.NOT_FOUND) {
        throw new RefusedException(e);
      }
      throw new RegistryAwayException(e);
    }
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

package dev.tuneornot.confluent;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's wire format: a zero byte, the schema id as four bytes big-endian, then the Avro
 * binary encoding. For code that keeps values as the bytes they came in.
 */
public final class WireFormat {

  /** The first byte of every framed value. */
  public static final byte MAGIC_BYTE = 0;

  /** Bytes before the payload. */
  public static final int HEADER_BYTES = 5;

  private static final int ID_OFFSET = 1;

  private WireFormat() {}

  /** Whether the bytes are framed: header complete, magic byte zero, id not negative. */
  public static boolean isFramed(byte @Nullable [] value) {
    return value != null
        && value.length >= HEADER_BYTES
        && value[0] == MAGIC_BYTE
        && readId(value, 0) >= 0;
  }

  /**
   * The id of the schema that the payload was written with.
   *
   * @throws SerializationException if the bytes are not framed; the message says why
   */
  public static int schemaId(byte[] value) {
    return schemaId(value, 0);
  }

  /**
   * Likewise, of bytes that begin somewhere in an array and go on to its end.
   *
   * @param start index of the first byte
   * @throws SerializationException if the bytes are not framed; the message says why
   */
  public static int schemaId(byte[] value, int start) {
    requireFramed(value, start);
    return readId(value, start);
  }

  /**
   * The payload, as a view of the array: position after the header, limit at its end.
   *
   * @throws SerializationException if the bytes are not framed; the message says why
   */
  public static ByteBuffer payload(byte[] value) {
    requireFramed(value, 0);
    return ByteBuffer.wrap(value, HEADER_BYTES, value.length - HEADER_BYTES);
  }

  /** The payload behind a header with this id. */
  public static byte[] frame(int schemaId, byte[] payload) {
    return frame(schemaId, payload, payload.length);
  }

  /** Likewise, with the first {@code length} bytes of an array. */
  static byte[] frame(int schemaId, byte[] payload, int length) {
    if (schemaId < 0) {
      throw new IllegalArgumentException("schemaId = " + schemaId + ": must be 0 or more");
    }
    return ByteBuffer.allocate(HEADER_BYTES + length)
        .put(MAGIC_BYTE)
        .putInt(schemaId)
        .put(payload, 0, length)
        .array();
  }

  private static void requireFramed(byte[] value, int start) {
    int length = value.length - start;
    if (length < HEADER_BYTES) {
      throw new SerializationException(
          "value of " + length + " bytes: must have the wire format's header of " + HEADER_BYTES);
    }
    if (value[start] != MAGIC_BYTE) {
      throw new SerializationException(
          "first byte = " + value[start] + ": must be the wire format's magic byte 0");
    }
    int id = readId(value, start);
    if (id < 0) {
      throw new SerializationException("schema id = " + id + ": must be 0 or more");
    }
  }

  private static int readId(byte[] value, int start) {
    return ByteBuffer.wrap(value).getInt(start + ID_OFFSET);
  }
}

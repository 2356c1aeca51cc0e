package dev.tuneornot.streams.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * The key of a partial result: what it is a part of, and the partition whose task made it. No name
 * holds a control character, so that the zero between them is found from the front.
 */
public record PartialKey(String name, int partition) {
  private static final byte SEPARATOR = 0;

  public byte[] toBytes() {
    byte[] bytes = name.getBytes(UTF_8);
    return ByteBuffer.allocate(bytes.length + Byte.BYTES + Integer.BYTES)
        .put(bytes)
        .put(SEPARATOR)
        .putInt(partition)
        .array();
  }

  /**
   * @throws IllegalStateException for bytes that {@link #toBytes} did not write
   */
  public static PartialKey fromBytes(byte[] bytes) {
    int end = bytes.length - Integer.BYTES - Byte.BYTES;
    if (end < 0 || bytes[end] != SEPARATOR) {
      throw new IllegalStateException(
          "Not the key of a partial result: " + bytes.length + " bytes");
    }
    return new PartialKey(
        new String(bytes, 0, end, UTF_8), ByteBuffer.wrap(bytes, end + 1, Integer.BYTES).getInt());
  }

  /** The lowest key of a name, for range scans over its partitions. */
  public static Bytes first(String name) {
    return Bytes.wrap(new PartialKey(name, 0).toBytes());
  }

  /** The highest key of a name. */
  public static Bytes last(String name) {
    return Bytes.wrap(new PartialKey(name, Integer.MAX_VALUE).toBytes());
  }
}

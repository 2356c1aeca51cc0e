package dev.tuneornot.streams.reference;

import java.nio.ByteBuffer;
import java.util.function.Function;

/** Reads what the application itself has stored or sent to itself. */
public final class StoredBytes {
  private StoredBytes() {}

  /**
   * Reads bytes by {@code layout}.
   *
   * @param what they are, for a person
   * @throws IllegalStateException where they are not what the layout says
   */
  public static <T> T read(String what, byte[] bytes, Function<ByteBuffer, T> layout) {
    return read(what, ByteBuffer.wrap(bytes), layout);
  }

  /** Likewise, of the bytes that {@code buffer} has left. */
  public static <T> T read(String what, ByteBuffer buffer, Function<ByteBuffer, T> layout) {
    try {
      return layout.apply(buffer);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          what + " is not readable; it may be of another version: reset the state", e);
    }
  }

  /**
   * @throws IllegalStateException where it is another format
   */
  public static void checkFormat(ByteBuffer buffer, byte format) {
    byte found = buffer.get();
    if (found != format) {
      throw new IllegalStateException("format " + found + " instead of " + format);
    }
  }

  /**
   * The number of what follows, each of a byte at least.
   *
   * @throws IllegalStateException where it is more than what is left
   */
  public static int count(ByteBuffer buffer) {
    int count = buffer.getInt();
    if (count < 0 || count > buffer.remaining()) {
      throw new IllegalStateException(
          "a length of %d before %d bytes".formatted(count, buffer.remaining()));
    }
    return count;
  }

  /** The rest of the bytes. */
  public static byte[] rest(ByteBuffer buffer) {
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return rest;
  }
}

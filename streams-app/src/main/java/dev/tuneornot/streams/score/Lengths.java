package dev.tuneornot.streams.score;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.internals.ByteUtils;

/** Lengths of what follows in stored bytes, as unsigned varints. */
final class Lengths {
  private Lengths() {}

  /**
   * @throws IllegalStateException where it is longer than what is left
   */
  static int read(ByteBuffer buffer) {
    int length = ByteUtils.readUnsignedVarint(buffer);
    if (length < 0 || length > buffer.remaining()) {
      throw new IllegalStateException(
          "Stored bytes: a length of %d before %d bytes".formatted(length, buffer.remaining()));
    }
    return length;
  }
}

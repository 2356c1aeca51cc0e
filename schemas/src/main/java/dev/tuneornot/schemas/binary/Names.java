package dev.tuneornot.schemas.binary;

import java.util.Arrays;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which a few come again and again, as the names of models and portfolios do: one that was
 * met before is the same object as then, with its hash known. Bounded; a text takes the place of
 * another one that falls on it, and long ones, which nobody has checked yet, are not kept. Not
 * thread-safe.
 */
final class Names {
  private static final int SLOTS = 1024;

  /** In bytes. */
  private static final int LONGEST = 256;

  private final byte[][] encodings = new byte[SLOTS][];
  private final @Nullable String[] texts = new String[SLOTS];

  /**
   * @param encoded not kept
   */
  String of(Utf8 encoded) {
    byte[] bytes = encoded.getBytes();
    int length = encoded.getByteLength();
    if (length > LONGEST) {
      return encoded.toString();
    }
    int slot = slot(bytes, length);
    byte[] known = encodings[slot];
    String text = texts[slot];
    if (text != null && Arrays.equals(known, 0, known.length, bytes, 0, length)) {
      return text;
    }
    String fresh = encoded.toString();
    encodings[slot] = Arrays.copyOf(bytes, length);
    texts[slot] = fresh;
    return fresh;
  }

  private static int slot(byte[] bytes, int length) {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 16) & SLOTS - 1;
  }
}

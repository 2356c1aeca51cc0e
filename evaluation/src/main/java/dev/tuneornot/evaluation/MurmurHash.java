package dev.tuneornot.evaluation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3 x64 128 (seed 0). Written out because digests are taken of every evaluation: half a
 * page, and one loop whose state stays in registers.
 */
final class MurmurHash {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;
  private static final int BLOCK = 2 * Long.BYTES;

  private MurmurHash() {}

  /** How long an array has to be for so many bytes to be hashed in it. */
  static int roomFor(int length) {
    return (length / BLOCK + 1) * BLOCK;
  }

  /**
   * Of the first {@code length} bytes; 16 bytes.
   *
   * @param bytes with {@link #roomFor} so many, of which those from {@code length} on are 0
   */
  static byte[] digest(byte[] bytes, int length) {
    long h1 = 0;
    long h2 = 0;
    int whole = length & -BLOCK;
    for (int i = 0; i < whole; i += BLOCK) {
      h1 ^= first((long) WORDS.get(bytes, i));
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= second((long) WORDS.get(bytes, i + Long.BYTES));
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    // Of a word that is all 0, nothing is left.
    h1 ^= first((long) WORDS.get(bytes, whole));
    h2 ^= second((long) WORDS.get(bytes, whole + Long.BYTES));
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = avalanche(h1);
    h2 = avalanche(h2);
    h1 += h2;
    h2 += h1;
    byte[] digest = new byte[BLOCK];
    WORDS.set(digest, 0, h1);
    WORDS.set(digest, Long.BYTES, h2);
    return digest;
  }

  private static long first(long word) {
    return Long.rotateLeft(word * C1, 31) * C2;
  }

  private static long second(long word) {
    return Long.rotateLeft(word * C2, 33) * C1;
  }

  private static long avalanche(long h) {
    long k = h;
    k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
    k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return k ^ (k >>> 33);
  }
}

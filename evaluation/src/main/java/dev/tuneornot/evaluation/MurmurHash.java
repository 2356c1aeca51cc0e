package dev.tuneornot.evaluation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MurmurHash3 x64 128 (seed 0) over a sequence of 64-bit words, as over their little-endian bytes.
 * Written out because digests are taken of every evaluation: no bytes, half a page, and one loop
 * whose state stays in registers.
 */
final class MurmurHash {
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private MurmurHash() {}

  /** Of the first {@code count} of {@code words}; 16 bytes. */
  static byte[] digest(long[] words, int count) {
    long h1 = 0;
    long h2 = 0;
    int paired = count & ~1;
    for (int i = 0; i < paired; i += 2) {
      h1 ^= Long.rotateLeft(words[i] * C1, 31) * C2;
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= Long.rotateLeft(words[i + 1] * C2, 33) * C1;
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    if (paired < count) {
      h1 ^= Long.rotateLeft(words[paired] * C1, 31) * C2;
    }
    long length = (long) count * Long.BYTES;
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = avalanche(h1);
    h2 = avalanche(h2);
    h1 += h2;
    h2 += h1;
    return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(h1).putLong(h2).array();
  }

  private static long avalanche(long h) {
    long k = h;
    k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
    k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return k ^ (k >>> 33);
  }
}

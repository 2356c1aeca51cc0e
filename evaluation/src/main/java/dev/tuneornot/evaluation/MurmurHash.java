package dev.tuneornot.evaluation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MurmurHash3 x64 128 (seed 0) over a sequence of 64-bit words, as over their little-endian bytes.
 * Written out because digests are taken of every evaluation: no buffer, no bytes, half a page.
 */
final class MurmurHash {
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long h1;
  private long h2;
  private long pending;
  private long words;

  void put(long word) {
    if ((words++ & 1) == 0) {
      pending = word;
    } else {
      mix(pending, word);
    }
  }

  private void mix(long k1, long k2) {
    h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
    h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
    h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
    h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
  }

  /** Ends the sequence. 16 bytes. */
  byte[] digest() {
    if ((words & 1) != 0) {
      h1 ^= Long.rotateLeft(pending * C1, 31) * C2;
    }
    long length = words * Long.BYTES;
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

package dev.tuneornot.cli.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * On which line an id was first seen. Holds 128 bits of SHA-256 for each id, 24 bytes at 1/4 to 1/2
 * load, so that a million ids of any length take 50 MB; two ids that collide are beyond reach.
 *
 * <p>An open-addressing table with linear probing.
 */
final class LineIndex {

  private static final int FIRST_CAPACITY = 1 << 10;

  private final MessageDigest digest;
  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];
  // 0 marks a free slot: lines count from 1.
  private long[] lines = new long[FIRST_CAPACITY];
  private int size;

  LineIndex() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The line of the first appearance of this id; empty, and the line is noted, if this is it. */
  OptionalLong firstLine(String id, long line) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    long upper = hash.getLong();
    long lower = hash.getLong();
    int slot = slot(upper, lower);
    if (lines[slot] != 0) {
      return OptionalLong.of(lines[slot]);
    }
    put(slot, upper, lower, line);
    size++;
    if (size > lines.length / 2) {
      grow();
    }
    return OptionalLong.empty();
  }

  private int slot(long upper, long lower) {
    int mask = lines.length - 1;
    int slot = (int) lower & mask;
    while (lines[slot] != 0 && (high[slot] != upper || low[slot] != lower)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void put(int slot, long upper, long lower, long line) {
    high[slot] = upper;
    low[slot] = lower;
    lines[slot] = line;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldLines = lines;
    high = new long[oldHigh.length * 2];
    low = new long[oldLow.length * 2];
    lines = new long[oldLines.length * 2];
    for (int i = 0; i < oldLines.length; i++) {
      if (oldLines[i] != 0) {
        put(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldLines[i]);
      }
    }
  }
}

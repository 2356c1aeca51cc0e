package dev.tuneornot.streams.pages;

import java.util.Arrays;

/** The stored proposals of a page in one array, as they were when they were read. */
final class PageValues {
  /** Worth reading again where more rows have changed. */
  private static final int MOST_STALE = Page.MOST_ROWS / 8;

  /** Objects around the bytes of a page, about. */
  private static final int OVERHEAD_BYTES = 64;

  private byte[] bytes;
  private final int[] ends;
  private int count;
  private long stale;

  PageValues(int rows, int bytesExpected) {
    this.ends = new int[rows];
    this.bytes = new byte[bytesExpected];
  }

  /** Adds the value of the next row. */
  void add(byte[] value) {
    int from = start(count);
    int end = from + value.length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + bytes.length / 2));
    }
    System.arraycopy(value, 0, bytes, from, value.length);
    ends[count++] = end;
  }

  void trim() {
    bytes = Arrays.copyOf(bytes, start(count));
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** Notes that the proposal of a row is another now. */
  void change(int row) {
    stale |= 1L << row;
  }

  boolean isStale(int row) {
    return (stale & 1L << row) != 0;
  }

  boolean hasManyStale() {
    return Long.bitCount(stale) > MOST_STALE;
  }

  StoredProposal get(int row) {
    return StoredProposal.fromBytes(bytes, start(row), ends[row]);
  }

  /** Bytes of the heap, about. */
  int size() {
    return OVERHEAD_BYTES + bytes.length + Integer.BYTES * ends.length;
  }
}

package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.convert.RecordLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, each at most so long; the same array is used for all. */
final class Lines {

  static final int LONGEST = RecordLimits.BYTES;
  static final String LONGEST_BOUND = RecordLimits.BYTES_BOUND;

  /** Bytes that are read at once, so that up to as many are read beyond a line. */
  static final int CHUNK = 1 << 15;

  private static final int FIRST_CAPACITY = 1 << 12;

  private final InputStream in;
  private final int longest;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private final byte[] chunk = new byte[CHUNK];
  private int chunkAt;
  private int chunkEnd;
  private int length;
  private boolean tooLong;
  private long line;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (chunkAt < chunkEnd || fill()) {
      any = true;
      int end = lineEnd();
      append(end);
      boolean ended = end < chunkEnd;
      chunkAt = ended ? end + 1 : end;
      // A line that is too long is passed over, but not where only the first one is looked at.
      if (ended || (tooLong && longest < LONGEST)) {
        break;
      }
    }
    if (any) {
      line++;
    }
    return any;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** From 1. */
  long line() {
    return line;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (!Character.isWhitespace(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    chunkAt = 0;
    chunkEnd = Math.max(0, in.read(chunk, 0, chunk.length));
    return chunkEnd > 0;
  }

  private int lineEnd() {
    int end = chunkAt;
    while (end < chunkEnd && chunk[end] != '\n') {
      end++;
    }
    return end;
  }

  private void append(int end) {
    int count = end - chunkAt;
    if (tooLong || length + count > longest) {
      tooLong = true;
      return;
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * bytes.length, longest)));
    }
    System.arraycopy(chunk, chunkAt, bytes, length, count);
    length += count;
  }
}

package dev.tuneornot.schemas.json;

import dev.tuneornot.schemas.convert.FileSignature;
import dev.tuneornot.schemas.convert.RecordLimits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines, and hands out each as a part of its one buffer. A line that is too long
 * is passed over without being kept.
 */
final class LineReader implements Closeable {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long NEWLINES = LOW_BITS * '\n';

  private static final int FIRST_SIZE = 64 * 1024;
  private static final int LARGEST_SIZE = RecordLimits.BYTES + 1;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int next;
  private int limit;
  private int start;
  private int end;
  private long number;
  private boolean tooLong;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Looks at the first bytes, before the first line: what must be, or null if all is well. */
  @Nullable String skipMark() throws IOException {
    limit = in.readNBytes(buffer, 0, FileSignature.LENGTH);
    next = FileSignature.markLength(buffer, limit);
    return FileSignature.refusal(buffer, limit);
  }

  /** Goes to the next line; false at the end of the input. */
  boolean next() throws IOException {
    tooLong = false;
    int searched = next;
    while (true) {
      int newline = indexOfNewline(searched);
      if (newline >= 0) {
        return line(newline, newline + 1);
      }
      if (tooLong || limit - next > RecordLimits.BYTES) {
        tooLong = true;
        next = limit;
      }
      makeRoom();
      searched = limit;
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        return (limit > next || tooLong) && line(limit, limit);
      }
      limit += count;
    }
  }

  byte[] buffer() {
    return buffer;
  }

  /** Index of the line's first byte. */
  int start() {
    return start;
  }

  /** Index after the line's last byte, line feed excluded. */
  int end() {
    return end;
  }

  /** From 1. */
  long number() {
    return number;
  }

  /** Whether the line is longer than is allowed; what there is of it means nothing then. */
  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean line(int lineEnd, int following) {
    start = next;
    end = lineEnd;
    next = following;
    number++;
    return true;
  }

  // Eight bytes at once: the lowest bit set is the high bit of the first byte that is a line feed.
  private int indexOfNewline(int from) {
    int i = from;
    for (; i <= limit - Long.BYTES; i += Long.BYTES) {
      long difference = (long) LONGS.get(buffer, i) ^ NEWLINES;
      long zeros = (difference - LOW_BITS) & ~difference & HIGH_BITS;
      if (zeros != 0) {
        return i + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
    }
    for (; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Moves the unfinished line to the front, or enlarges the buffer. */
  private void makeRoom() {
    if (next > 0) {
      System.arraycopy(buffer, next, buffer, 0, limit - next);
      limit -= next;
      next = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LARGEST_SIZE));
    }
  }
}

package dev.tuneornot.schemas.convert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks that bytes are UTF-8 without NUL: no overlong forms, no surrogates, nothing beyond
 * U+10FFFF. JSON parsers are lenient about these. May be given the bytes piece by piece.
 */
public final class Utf8Check {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private int due;
  private int lowest = 0x80;
  private int highest = 0xBF;

  /** Forgets a character that has been begun. */
  public void reset() {
    due = 0;
    lowest = 0x80;
    highest = 0xBF;
  }

  /** Whether the bytes so far end with a whole character. */
  public boolean isComplete() {
    return due == 0;
  }

  /** The index of the first byte that cannot follow those before; {@code end} if there is none. */
  public int check(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      if (due == 0) {
        i = skipAscii(bytes, i, end);
        if (i == end) {
          return end;
        }
      }
      if (!accept(bytes[i] & 0xFF)) {
        return i;
      }
      i++;
    }
    return end;
  }

  // Eight bytes at once: none has its high bit set, and none is zero.
  private static int skipAscii(byte[] bytes, int start, int end) {
    int i = start;
    while (i <= end - Long.BYTES) {
      long eight = (long) LONGS.get(bytes, i);
      if (((eight | (eight - LOW_BITS)) & HIGH_BITS) != 0) {
        break;
      }
      i += Long.BYTES;
    }
    while (i < end && bytes[i] > 0) {
      i++;
    }
    return i;
  }

  private boolean accept(int b) {
    if (due == 0) {
      return begin(b);
    }
    boolean valid = b >= lowest && b <= highest;
    due--;
    lowest = 0x80;
    highest = 0xBF;
    return valid;
  }

  private boolean begin(int b) {
    if (b >= 0xC2 && b <= 0xDF) {
      due = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      due = 2;
      lowest = b == 0xE0 ? 0xA0 : 0x80;
      highest = b == 0xED ? 0x9F : 0xBF;
    } else if (b >= 0xF0 && b <= 0xF4) {
      due = 3;
      lowest = b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xF4 ? 0x8F : 0xBF;
    } else {
      return false;
    }
    return true;
  }
}

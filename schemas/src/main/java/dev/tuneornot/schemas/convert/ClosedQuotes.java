package dev.tuneornot.schemas.convert;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes CSV on and watches its quotes: where the last one is not closed, the end of the input is a
 * failure. The parser takes the end of a file for the end of a cell, and all rows behind a
 * forgotten quote for its content.
 */
public final class ClosedQuotes extends FilterInputStream {

  /** Where a byte stands. */
  private enum Place {
    BEFORE_CELL,
    IN_PLAIN_CELL,
    IN_QUOTES,
    BEHIND_QUOTE
  }

  /** A quote that was opened and not closed. */
  public static final class NotClosedException extends IOException {
    private static final long serialVersionUID = 1;
    private final long line;

    private NotClosedException(long line) {
      super("the quote that opens here is not closed");
      this.line = line;
    }

    /** On which the quote was opened, from 1. */
    public long line() {
      return line;
    }
  }

  private Place place = Place.BEFORE_CELL;
  private long line = 1;
  private long openedOn;
  private boolean afterReturn;

  public ClosedQuotes(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count < 0 && place == Place.IN_QUOTES) {
      throw new NotClosedException(openedOn);
    }
    for (int i = offset; i < offset + count; i++) {
      follow(bytes[i]);
    }
    return count;
  }

  // All that matters is ASCII, and no byte of a longer UTF-8 sequence is.
  private void follow(byte next) {
    switch (next) {
      case '"' -> quote();
      case ',' -> endCell();
      case '\n', '\r' -> {
        endCell();
        if (next == '\r' || !afterReturn) {
          line++;
        }
      }
      default -> {
        if (place == Place.BEFORE_CELL) {
          place = Place.IN_PLAIN_CELL;
        }
      }
    }
    afterReturn = next == '\r';
  }

  private void quote() {
    switch (place) {
      case BEFORE_CELL -> {
        place = Place.IN_QUOTES;
        openedOn = line;
      }
      case IN_QUOTES -> place = Place.BEHIND_QUOTE;
      case BEHIND_QUOTE -> place = Place.IN_QUOTES;
      case IN_PLAIN_CELL -> {
        // An ordinary character there.
      }
    }
  }

  private void endCell() {
    if (place != Place.IN_QUOTES) {
      place = Place.BEFORE_CELL;
    }
  }
}

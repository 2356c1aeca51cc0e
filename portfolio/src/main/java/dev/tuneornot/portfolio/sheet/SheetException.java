package dev.tuneornot.portfolio.sheet;

import java.io.IOException;

/** A file that cannot be read as a sheet, and what to do about it, in words for a person. */
public final class SheetException extends IOException {

  private static final long serialVersionUID = 1L;

  public SheetException(String message) {
    super(message);
  }
}

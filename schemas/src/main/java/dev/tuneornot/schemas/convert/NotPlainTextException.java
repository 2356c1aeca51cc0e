package dev.tuneornot.schemas.convert;

import java.io.IOException;

/** Input that is no UTF-8 text, or too long. */
public final class NotPlainTextException extends IOException {

  private static final long serialVersionUID = 1;

  /** With what must be, in words that follow "must be". */
  public NotPlainTextException(String bound) {
    super(bound);
  }

  /** What must be, in words that follow "must be". */
  public String bound() {
    return getMessage();
  }
}

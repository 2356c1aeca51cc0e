package dev.tuneornot.confluent;

import org.jspecify.annotations.Nullable;

/** A value that is no record of the class it is to be; the message says why. */
public final class UnreadableException extends Exception {

  UnreadableException(String message) {
    super(message);
  }

  UnreadableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package dev.tuneornot.streams.inbound;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was refused.
 *
 * @param message for a person: names every offending field, its value and its bound
 * @param cause the exception behind it, null where a rule refused the record
 */
public record Refusal(Reason reason, String message, @Nullable Throwable cause) {

  static Refusal of(Reason reason, String message) {
    return new Refusal(reason, message, null);
  }
}

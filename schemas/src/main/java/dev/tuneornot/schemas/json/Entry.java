package dev.tuneornot.schemas.json;

import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of a file: accepted, or refused with everything that is wrong with it. */
public sealed interface Entry<T> {

  /** The line on which the record starts, from 1. */
  long line();

  /** A record within its bounds. */
  record Accepted<T>(long line, T value) implements Entry<T> {}

  /**
   * A record that must not be used.
   *
   * @param id the value of its key field, where that could be read; fit to be shown
   * @param violations at least one
   */
  record Refused<T>(long line, @Nullable String id, List<Violation> violations)
      implements Entry<T> {}
}

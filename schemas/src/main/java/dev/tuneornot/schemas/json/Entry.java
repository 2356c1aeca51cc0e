package dev.tuneornot.schemas.json;

import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One record of a file: accepted, or refused with everything that is wrong with it. */
public sealed interface Entry<T> {

  /** The line on which the record starts, from 1. */
  long line();

  /**
   * The entry of a record that has been read.
   *
   * @param record as far as it could be read
   * @param violations holds what could not be read; is given what is out of bounds
   */
  static <T extends SpecificRecord> Entry<T> checked(
      RecordType<T> type, long line, T record, ViolationList violations) {
    type.addViolations(record, violations);
    return violations.isEmpty()
        ? new Accepted<>(line, record)
        : refused(type, line, record, violations);
  }

  /**
   * The entry of a record that cannot be used.
   *
   * @param record as far as it could be read; null if nothing could
   */
  static <T extends SpecificRecord> Entry<T> refused(
      RecordType<T> type, long line, @Nullable T record, ViolationList violations) {
    String key = record == null ? null : type.keyIn(record);
    boolean fit = key == null || !violations.contains(type.keyField());
    return new Refused<>(line, fit ? key : Violation.displayed(key), violations.toList());
  }

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

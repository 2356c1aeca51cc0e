package dev.tuneornot.schemas.json;

import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Amendment;
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
    List<Amendment> amendments = type.amend(record);
    type.addViolations(record, violations);
    if (violations.isEmpty()) {
      return new Accepted<>(line, record, amendments);
    }
    Refused<T> refused = refused(type, line, record, violations);
    return amendments.isEmpty() ? refused : refused.asWritten(amendments);
  }

  /**
   * The entry of a record that cannot be used.
   *
   * @param record as far as it could be read; null if nothing could
   */
  static <T extends SpecificRecord> Refused<T> refused(
      RecordType<T> type, long line, @Nullable T record, ViolationList violations) {
    String key = record == null ? null : type.keyIn(record);
    boolean fit = key == null || !violations.contains(type.keyField());
    return new Refused<>(line, fit ? key : Violation.displayed(key), violations.toList());
  }

  /**
   * A record within its bounds.
   *
   * @param amendments what was taken for something else than was written
   */
  record Accepted<T>(long line, T value, List<Amendment> amendments) implements Entry<T> {

    /** A record as it was written. */
    public Accepted(long line, T value) {
      this(line, value, List.of());
    }
  }

  /**
   * A record that must not be used.
   *
   * @param id the value of its key field, where that could be read; fit to be shown
   * @param violations at least one
   */
  record Refused<T>(long line, @Nullable String id, List<Violation> violations)
      implements Entry<T> {

    /** Names values by what was written, as the file has them. */
    private Refused<T> asWritten(List<Amendment> amendments) {
      return new Refused<>(
          line,
          id,
          violations.stream().map(violation -> asWritten(violation, amendments)).toList());
    }

    private static Violation asWritten(Violation violation, List<Amendment> amendments) {
      for (Amendment amendment : amendments) {
        if (amendment.field().equals(violation.field())) {
          return new Violation(
              violation.field(),
              amendment.written(),
              "%s; it is taken as %s".formatted(violation.bound(), amendment.taken()));
        }
      }
      return violation;
    }
  }
}

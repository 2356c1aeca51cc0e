package dev.tuneornot.schemas.validation;

import java.util.List;

/**
 * The bounds of a record type. Fields that are null against their schema are reported, never
 * thrown.
 */
public abstract class Bounds<T> {

  Bounds() {}

  /** Whether the record is within its bounds; what is not is reported. */
  abstract boolean check(T record, Report report);

  /** Every violation of the record at once; empty, and free of allocation, if it is valid. */
  public final List<Violation> violations(T record) {
    if (check(record, Report.SILENT)) {
      return List.of();
    }
    ViolationList violations = new ViolationList();
    check(record, violations);
    return violations.toList();
  }

  /**
   * Adds the violations of a record that may be incomplete.
   *
   * @param violations holds the fields that could not be read: they are not judged again, nor is
   *     what depends on them
   */
  public final void addViolations(T record, ViolationList violations) {
    if (!check(record, Report.SILENT)) {
      violations.startBounds();
      check(record, violations);
    }
  }
}

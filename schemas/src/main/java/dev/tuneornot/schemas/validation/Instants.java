package dev.tuneornot.schemas.validation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Checks of instants. ISO-8601 carries the years 0000..9999, so a record with another one could not
 * be written as JSON, and sums of its milliseconds might overflow.
 */
final class Instants {

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);
  private static final String YEARS = "an instant in the years 0000..9999";

  private Instants() {}

  static boolean ifKnown(Report report, String name, @Nullable Instant instant) {
    return instant == null || known(report, "", name, instant);
  }

  static boolean known(Report report, String parent, String name, @Nullable Instant instant) {
    if (instant == null) {
      report.violation(parent, name, null, Violation.REQUIRED);
      return false;
    }
    if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
      report.violation(parent, name, instant, YEARS);
      return false;
    }
    return true;
  }
}

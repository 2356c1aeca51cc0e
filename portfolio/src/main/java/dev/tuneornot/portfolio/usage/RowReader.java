package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.validation.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a record, and remembers what is wrong with them. */
final class RowReader {

  static final String COUNT = "a whole number 0..10^18";
  static final String INSTANT = "an instant such as 2026-11-01T00:00:00Z";
  static final String DAY = "a day such as 2026-11-01";

  private static final BigDecimal MOST = BigDecimal.TEN.pow(18);
  private static final int LONGEST_LONG = 18;
  private static final int LONGEST_NUMBER = 40;
  private static final long DAY_MS = 86_400_000;

  private final ExportRecord record;
  private final List<Violation> violations = new ArrayList<>();

  RowReader(ExportRecord record) {
    this.record = record;
  }

  boolean isValid() {
    return violations.isEmpty();
  }

  List<Violation> violations() {
    return violations;
  }

  void refuse(String field, @Nullable Object value, String bound) {
    violations.add(new Violation(field, value == null ? null : value.toString(), bound));
  }

  /** A text; empty where there is none. */
  String text(String path) {
    Object value = record.at(path);
    return value instanceof String text ? text : "";
  }

  /** A number of tokens; 0 where there is none. */
  BigDecimal tokens(String path) {
    return tokens(path, record.at(path));
  }

  /** A number of tokens that must be there. */
  BigDecimal required(String path) {
    Object value = record.at(path);
    if (value == null) {
      refuse(path, null, Violation.REQUIRED);
      return BigDecimal.ZERO;
    }
    return tokens(path, value);
  }

  /** The first of these that is there; 0 where none is. */
  BigDecimal firstOf(String... paths) {
    for (String path : paths) {
      Object value = record.at(path);
      if (value != null) {
        return tokens(path, value);
      }
    }
    return BigDecimal.ZERO;
  }

  BigDecimal tokens(String path, @Nullable Object value) {
    if (value == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal number = value instanceof String text ? number(text) : null;
    if (number == null || !isCount(number)) {
      refuse(path, value, COUNT);
      return BigDecimal.ZERO;
    }
    return number;
  }

  /** A number of requests that must be there. */
  long requests(String path) {
    return required(path).longValue();
  }

  /** Refuses parts that are more than the whole, as where a source counts them apart. */
  void checkInside(String whole, BigDecimal input, String part, BigDecimal read, BigDecimal write) {
    if (isValid() && read.add(write).compareTo(input) > 0) {
      refuse(
          part,
          read.add(write).toPlainString(),
          "0.." + whole + " (" + input.toPlainString() + ")");
    }
  }

  /** An instant with or without an offset (then UTC), in ms since the epoch. */
  long instant(String path) {
    Object value = record.at(path);
    Long instant = value instanceof String text ? Timestamps.millis(text) : null;
    if (instant == null) {
      refuse(path, value, value == null ? Violation.REQUIRED : INSTANT);
      return 0;
    }
    return instant;
  }

  /** Where a day begins in UTC, in ms since the epoch. */
  long day(String path) {
    Object value = record.at(path);
    try {
      if (value instanceof String text && text.length() >= "2026-11-01".length()) {
        // A day as a timestamp is one at midnight.
        LocalDate day = LocalDate.parse(text.substring(0, "2026-11-01".length()));
        long start = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        Long instant = text.length() == "2026-11-01".length() ? start : Timestamps.millis(text);
        if (instant != null && instant == start) {
          return start;
        }
      }
    } catch (DateTimeException noDay) {
      // Refused below.
    }
    refuse(path, value, value == null ? Violation.REQUIRED : DAY);
    return 0;
  }

  static long dayAfter(long startMs) {
    return startMs + DAY_MS;
  }

  /** A decimal number; null where it is none. */
  static @Nullable BigDecimal number(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return null;
    }
    if (text.length() <= LONGEST_LONG && isDigits(text)) {
      return BigDecimal.valueOf(Long.parseLong(text));
    }
    try {
      BigDecimal number = new BigDecimal(text);
      // 1e1000000000 is a short text and a number that no memory holds.
      return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCount(BigDecimal number) {
    return number.signum() >= 0
        && number.compareTo(MOST) <= 0
        && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
  }
}

package dev.tuneornot.portfolio.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as feeds write them: {@code 2026-10-23}, once {@code 2025-1-6}. */
final class Days {

  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T.*)?");
  private static final LocalDate NEVER = LocalDate.of(2098, 12, 31);

  private Days() {}

  /** The beginning of the day in UTC; null where it is no day. */
  static @Nullable Instant start(String text) {
    Matcher day = DAY.matcher(text.strip());
    if (!day.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)))
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** Whether a day stands for never. */
  static boolean isNever(Instant day) {
    return !day.isBefore(NEVER.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

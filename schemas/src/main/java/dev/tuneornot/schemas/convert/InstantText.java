package dev.tuneornot.schemas.convert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Instants as ISO-8601 writes them: {@code 2026-11-22T08:30:00.250+01:00}. Seconds may be left out;
 * the offset may not: it is {@code Z} or {@code ±hh}, {@code ±hh:mm} or {@code ±hhmm}. Written by
 * hand since java.time's parser takes longer than the rest of a record.
 */
public final class InstantText {

  /** The bound of an instant. */
  public static final String BOUND =
      "an instant of whole milliseconds with an offset, in the years 0000..9999, such as"
          + " 2026-11-22T00:00:00Z";

  private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400_000L;
  private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400_000L;

  private final String text;
  private int next;
  private boolean failed;

  private InstantText(String text) {
    this.text = text;
  }

  /** The instant; null where the text is none within {@link #BOUND}. */
  public static @Nullable Instant parse(String text) {
    return new InstantText(text).instant();
  }

  private @Nullable Instant instant() {
    int year = number(4);
    skip('-');
    int month = number(2);
    skip('-');
    int day = number(2);
    if (!isNext('T') && !isNext('t')) {
      return null;
    }
    next++;
    long timeOfDay = timeOfDay();
    long offset = offset();
    if (failed || next != text.length()) {
      return null;
    }
    try {
      long epochDay = LocalDate.of(year, month, day).toEpochDay();
      long milliseconds = epochDay * 86_400_000L + timeOfDay - offset;
      return milliseconds >= FIRST && milliseconds < END
          ? Instant.ofEpochMilli(milliseconds)
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private long timeOfDay() {
    int hour = number(2);
    skip(':');
    int minute = number(2);
    int second = 0;
    int fraction = 0;
    if (isNext(':')) {
      next++;
      second = number(2);
      if (isNext('.') || isNext(',')) {
        next++;
        fraction = fraction();
      }
    }
    failed |= hour > 23 || minute > 59 || second > 59;
    return ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
  }

  /** Milliseconds; further digits must be zeros. */
  private int fraction() {
    int milliseconds = 0;
    int digits = 0;
    while (next < text.length() && isDigit(text.charAt(next))) {
      int digit = text.charAt(next++) - '0';
      digits++;
      if (digits <= 3) {
        milliseconds = milliseconds * 10 + digit;
      } else {
        failed |= digit != 0;
      }
    }
    failed |= digits == 0;
    for (int i = digits; i < 3; i++) {
      milliseconds *= 10;
    }
    return milliseconds;
  }

  private long offset() {
    if (isNext('Z') || isNext('z')) {
      next++;
      return 0;
    }
    boolean behind = isNext('-');
    failed |= !behind && !isNext('+');
    next++;
    int hours = number(2);
    int minutes = 0;
    if (next < text.length()) {
      if (isNext(':')) {
        next++;
      }
      minutes = number(2);
    }
    // java.time's limit, three hours beyond the offsets in use.
    failed |= minutes > 59 || hours * 60 + minutes > 18 * 60;
    long milliseconds = (hours * 60L + minutes) * 60_000;
    return behind ? -milliseconds : milliseconds;
  }

  private int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      if (next >= text.length() || !isDigit(text.charAt(next))) {
        failed = true;
        return 0;
      }
      value = value * 10 + text.charAt(next++) - '0';
    }
    return value;
  }

  private void skip(char expected) {
    failed |= !isNext(expected);
    next++;
  }

  private boolean isNext(char expected) {
    return next < text.length() && text.charAt(next) == expected;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

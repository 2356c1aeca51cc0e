package dev.tuneornot.portfolio.usage;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps as databases and gateways write them: ISO-8601 with a T or a blank, any fraction, and
 * any offset or none, which means UTC. By hand: a day's log has millions of them.
 */
final class Timestamps {

  private static final long DAY_MS = 86_400_000;
  private static final int MINUTE_MS = 60_000;
  private static final int FRACTION_DIGITS = 9;

  private final String text;
  private int at;

  private Timestamps(String text) {
    this.text = text;
  }

  /** In ms since the epoch, finer parts cut off; null where it is no timestamp. */
  static @Nullable Long millis(String text) {
    try {
      return new Timestamps(text).parse();
    } catch (DateTimeException noTimestamp) {
      return null;
    }
  }

  private long parse() {
    int year = digits(4);
    literal('-');
    int month = digits(2);
    literal('-');
    int day = digits(2);
    long dayMs = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
    if (!skip('T') && !skip(' ')) {
      throw unparseable();
    }
    int hour = within(digits(2), 23);
    literal(':');
    int minute = within(digits(2), 59);
    int second = skip(':') ? within(digits(2), 59) : 0;
    int millis = skip('.') ? fraction() : 0;
    long ofDay = ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    return dayMs + ofDay - offsetMs();
  }

  private int fraction() {
    int start = at;
    int millis = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (at - start < 3) {
        millis = 10 * millis + text.charAt(at) - '0';
      }
      at++;
    }
    int digits = at - start;
    if (digits == 0 || digits > FRACTION_DIGITS) {
      throw unparseable();
    }
    return digits == 1 ? millis * 100 : digits == 2 ? millis * 10 : millis;
  }

  private long offsetMs() {
    skip(' ');
    if (at == text.length()) {
      return 0;
    }
    if (skip('Z') || skipUtc()) {
      end();
      return 0;
    }
    int sign = skip('-') ? -1 : 1;
    if (sign > 0) {
      literal('+');
    }
    int hours = within(digits(2), 18);
    boolean hasMinutes = skip(':') || at < text.length();
    int minutes = hasMinutes ? within(digits(2), 59) : 0;
    end();
    return sign * (hours * 60L + minutes) * MINUTE_MS;
  }

  private boolean skipUtc() {
    boolean is = text.startsWith("UTC", at);
    at += is ? 3 : 0;
    return is;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (at == text.length() || !isDigit(text.charAt(at))) {
        throw unparseable();
      }
      value = 10 * value + text.charAt(at++) - '0';
    }
    return value;
  }

  private void literal(char expected) {
    if (!skip(expected)) {
      throw unparseable();
    }
  }

  private boolean skip(char expected) {
    boolean is = at < text.length() && text.charAt(at) == expected;
    at += is ? 1 : 0;
    return is;
  }

  private int within(int value, int most) {
    if (value > most) {
      throw unparseable();
    }
    return value;
  }

  private void end() {
    if (at != text.length()) {
      throw unparseable();
    }
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private DateTimeException unparseable() {
    return new DateTimeException(text);
  }
}

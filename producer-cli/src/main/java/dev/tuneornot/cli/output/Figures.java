package dev.tuneornot.cli.output;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for people. Programs get them unrounded, in the other formats. */
public final class Figures {

  /** Where there is no value. */
  public static final String NONE = "-";

  private static final double DAYS_A_MONTH = 30.4375;

  private Figures() {}

  /** US dollars: {@code $0.0123}, {@code $1,234.50}, {@code $12,346}, {@code $1.23M}. */
  public static String money(@Nullable Double dollars) {
    if (dollars == null) {
      return NONE;
    }
    String sign = dollars < 0 ? "-$" : "$";
    double amount = Math.abs(dollars);
    if (amount >= 1e12) {
      return sign + format("%.3g", amount);
    }
    if (amount >= 999_999_500) {
      return sign + format("%.2fB", amount / 1e9);
    }
    if (amount >= 999_999.5) {
      return sign + format("%.2fM", amount / 1e6);
    }
    if (amount >= 9_999.995) {
      return sign + format("%,.0f", amount);
    }
    if (amount >= 0.1 || amount == 0) {
      return sign + format("%,.2f", amount);
    }
    return sign
        + (amount >= 1e-6 ? format("%.6f", amount).replaceAll("0+$", "") : format("%.2g", amount));
  }

  /** A whole number: {@code 9,999}, {@code 12.3k}, {@code 4.6M}, {@code 7.1B}. */
  public static String count(@Nullable Long number) {
    if (number == null) {
      return NONE;
    }
    double size = Math.abs((double) number);
    if (size < 10_000) {
      return format("%,d", number);
    }
    if (size < 999_950) {
      return format("%.1fk", number / 1e3);
    }
    if (size < 999_950_000) {
      return format("%.1fM", number / 1e6);
    }
    if (size < 1e12) {
      return format("%.1fB", number / 1e9);
    }
    return format("%.2g", (double) number);
  }

  /** A share: {@code 35%}. */
  public static String percent(double share) {
    double percent = share * 100;
    return Math.abs(percent) < 10 ? format("%.1f%%", percent) : format("%,.0f%%", percent);
  }

  /** A span of months: {@code at once}, {@code 10 days}, {@code 3.3 months}; null: never. */
  public static String months(@Nullable Double months) {
    if (months == null) {
      return "never";
    }
    if (months > 1200) {
      return "> 100 years";
    }
    if (months >= 119.5) {
      return format("%.0f years", months / 12);
    }
    long days = Math.round(months * DAYS_A_MONTH);
    if (days < 1) {
      return months == 0 ? "at once" : "< 1 day";
    }
    if (days < 30) {
      return days == 1 ? "1 day" : days + " days";
    }
    String rounded = format(months < 9.95 ? "%.1f" : "%.0f", months);
    return rounded.equals("1.0") ? "1 month" : rounded + " months";
  }

  /** A day, or a minute where it is not midnight, in UTC. */
  public static String instant(Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toLocalDate() + " " + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " UTC";
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}

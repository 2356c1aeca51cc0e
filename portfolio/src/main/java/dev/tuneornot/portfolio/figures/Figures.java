package dev.tuneornot.portfolio.figures;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Amounts, counts, spans and dates for people, in the number format of one reader. Programs get
 * them unrounded, in JSON and CSV.
 */
public final class Figures {

  /** 1,234.50; what the command line writes. */
  public static final Figures ENGLISH = new Figures(Locale.ROOT);

  /** Where there is no value. */
  public static final String NONE = "-";

  private static final double DAYS_A_MONTH = 30.4375;

  private final Locale locale;

  /**
   * @param locale whose separators are written; the words stay English
   */
  public Figures(Locale locale) {
    this.locale = locale;
  }

  /** US dollars: {@code $0.0123}, {@code $1,234.50}, {@code $12,346}, {@code $1.23M}. */
  public String money(@Nullable Double dollars) {
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

  /** A difference in US dollars, with its sign: {@code +$343.00}. */
  public String change(@Nullable Double dollars) {
    return (dollars != null && dollars > 0 ? "+" : "") + money(dollars);
  }

  /** A whole number: {@code 9,999}, {@code 12.3k}, {@code 4.6M}, {@code 7.1B}. */
  public String count(@Nullable Long number) {
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

  /** A number of tokens, which is a double: as a count. */
  public String tokens(@Nullable Double number) {
    return number == null ? NONE : count(Math.round(number));
  }

  /** A share: {@code 35%}. */
  public String percent(@Nullable Double share) {
    if (share == null) {
      return NONE;
    }
    double percent = share * 100;
    return Math.abs(percent) < 10 ? format("%.1f%%", percent) : format("%,.0f%%", percent);
  }

  /** A span of months: {@code at once}, {@code 10 days}, {@code 3.3 months}; null: never. */
  public String months(@Nullable Double months) {
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

  /** When a span of months is over, in a sentence: {@code at once}, {@code after 10 days}. */
  public String after(double months) {
    return months == 0 ? months(months) : "after " + months(months).replace(">", "more than");
  }

  /** A latency: {@code 1,234 ms}. */
  public String millis(@Nullable Double millis) {
    return millis == null ? NONE : format("%,.0f ms", millis);
  }

  /** A day, or a minute where it is not midnight, in UTC. */
  public String instant(Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toLocalDate() + " " + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " UTC";
  }

  private String format(String pattern, Object value) {
    return String.format(locale, pattern, value);
  }
}

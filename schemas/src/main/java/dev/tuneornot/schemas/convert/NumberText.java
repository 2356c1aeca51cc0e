package dev.tuneornot.schemas.convert;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in the notation of JSON. A whole number may be written with a fraction or an exponent
 * ({@code 1.0}, {@code 5e2}): JSON knows one kind of number, and many programs write all of them
 * alike.
 */
public final class NumberText {

  /** The bound of an int. */
  public static final String INT = "a whole number in -2147483648..2147483647";

  /** The bound of a long. */
  public static final String LONG = "a whole number of at most 64 bits";

  /** The bound of a double. */
  public static final String DOUBLE = "a finite number";

  /** The bound of a whole number in a cell. */
  public static final String UNGROUPED =
      "a whole number without a point: it could be a thousands separator";

  private static final Pattern GROUPED = Pattern.compile("-?[1-9][0-9]{0,2}(\\.[0-9]{3})+");

  // Longer ones name no double and no long that a shorter one does not; and BigDecimal is
  // quadratic.
  private static final int LONGEST_EXACT = 1_100;

  private NumberText() {}

  /** Whether a number reads as one with points between its thousands: 1.000, 12.500.000. */
  public static boolean mayGroupThousands(String text) {
    return GROUPED.matcher(text).matches();
  }

  /** The double nearest to a decimal number; null where it is none, or too large. */
  public static @Nullable Double toDouble(String text) {
    if (!isNumber(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : value;
  }

  /** The long that a decimal number equals; null where there is none. */
  public static @Nullable Long toLong(String text) {
    BigDecimal exact = toDecimal(text);
    if (exact == null) {
      return null;
    }
    try {
      return exact.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** The int that a decimal number equals; null where there is none. */
  public static @Nullable Integer toInt(String text) {
    Long value = toLong(text);
    return value == null || value < Integer.MIN_VALUE || value > Integer.MAX_VALUE
        ? null
        : (Integer) value.intValue();
  }

  /** The number in Avro's form of it; null where it has more digits than that holds. */
  public static @Nullable BigDecimal toDecimal(String text, int precision, int scale) {
    BigDecimal exact = toDecimal(text);
    if (exact == null) {
      return null;
    }
    if (exact.signum() == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    // Rescaling a huge exponent would write out all its zeros.
    if (exact.precision() - (long) exact.scale() > precision) {
      return null;
    }
    BigDecimal plain = exact.stripTrailingZeros();
    if (plain.scale() > scale) {
      return null;
    }
    BigDecimal scaled = plain.setScale(scale);
    return scaled.precision() > precision ? null : scaled;
  }

  private static @Nullable BigDecimal toDecimal(String text) {
    if (text.length() > LONGEST_EXACT || !isNumber(text)) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null; // an exponent of more than 32 bits
    }
  }

  // Java's own grammar has NaN, hexadecimals and type suffixes besides.
  private static boolean isNumber(String text) {
    int end = text.length();
    int start = end > 0 && text.charAt(0) == '-' ? 1 : 0;
    int whole = digits(text, start);
    if (whole == start) {
      return false;
    }
    int next = whole;
    if (next < end && text.charAt(next) == '.') {
      next = digits(text, next + 1);
      if (next == whole + 1) {
        return false;
      }
    }
    return next == end || isExponent(text, next);
  }

  private static boolean isExponent(String text, int start) {
    if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
      return false;
    }
    int next = start + 1;
    if (next < text.length() && (text.charAt(next) == '-' || text.charAt(next) == '+')) {
      next++;
    }
    int end = digits(text, next);
    return end > next && end == text.length();
  }

  private static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}

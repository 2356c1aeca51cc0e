package dev.tuneornot.schemas.validation;

import org.jspecify.annotations.Nullable;

/** Checks of numbers. Every range is closed; NaN is in none. */
final class Numbers {

  private static final double LOWEST_AMOUNT = 1e-9;
  private static final double HIGHEST_PRICE = 1e9;
  private static final String PRICE = "0 or 10^-9..10^9";
  private static final String SHARE = "0 or 10^-9..1";

  private Numbers() {}

  static boolean within(
      Report report, String parent, String name, long value, long min, long max, String bound) {
    return (value >= min && value <= max) || refused(report, parent, name, value, bound);
  }

  static boolean within(
      Report report,
      String parent,
      String name,
      double value,
      double min,
      double max,
      String bound) {
    return (value >= min && value <= max) || refused(report, parent, name, value, bound);
  }

  /**
   * A cost, hours or a share: 0 or at least 10^-9, so that no quotient by it leaves the range of
   * doubles. -0.0 is 0.
   *
   * @param bound in words, such as "0 or 10^-9..1"
   */
  static boolean amount(
      Report report, String parent, String name, double value, double max, String bound) {
    return value == 0
        || (value >= LOWEST_AMOUNT && value <= max)
        || refused(report, parent, name, value, bound);
  }

  static boolean share(Report report, String parent, String name, double value) {
    return amount(report, parent, name, value, 1, SHARE);
  }

  /** USD per whatever the field says; -0.0 is 0. */
  static boolean price(Report report, String parent, String name, double value) {
    return amount(report, parent, name, value, HIGHEST_PRICE, PRICE);
  }

  /** As {@link #price}; null is a price that is not known. */
  static boolean priceIfKnown(Report report, String parent, String name, @Nullable Double value) {
    return value == null || price(report, parent, name, value);
  }

  private static boolean refused(
      Report report, String parent, String name, Number value, String bound) {
    report.violation(parent, name, value, bound);
    return false;
  }
}

package dev.tuneornot.evaluation;

/**
 * Ceil and floor that forgive the noise of doubles (end of section 5): an argument within min(1e-9
 * * |x|, 1e-3) of the whole number nearest to it counts as that number. What does not fit into 64
 * bits saturates.
 */
final class WholeNumbers {
  private static final double RELATIVE_NOISE = 1e-9;
  private static final double GREATEST_NOISE = 1e-3;

  private WholeNumbers() {}

  static long ceil(double x) {
    double nearest = Math.rint(x);
    return (long) (isNoise(x, nearest) ? nearest : Math.ceil(x));
  }

  static long floor(double x) {
    double nearest = Math.rint(x);
    return (long) (isNoise(x, nearest) ? nearest : Math.floor(x));
  }

  private static boolean isNoise(double x, double nearest) {
    return Math.abs(x - nearest) <= Math.min(RELATIVE_NOISE * Math.abs(x), GREATEST_NOISE);
  }
}

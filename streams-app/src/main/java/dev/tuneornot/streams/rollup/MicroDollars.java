package dev.tuneornot.streams.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Amounts as whole micro-dollars, so that sums are exact under any order. */
public final class MicroDollars {
  private static final int SCALE = 6;
  private static final double UNITS = 1e6;

  /** Below, micro-dollars have a fraction that a double tells from a half. */
  private static final double LARGEST_QUICK = 1e9;

  /** How near to a half a fraction may come and be rounded without looking closer. */
  private static final double CLEARLY_BELOW_HALF = 0.499;

  private MicroDollars() {}

  /** Rounds half even. */
  public static BigInteger of(double dollars) {
    if (Math.abs(dollars) < LARGEST_QUICK) {
      double units = dollars * UNITS;
      double whole = Math.rint(units);
      // The product is off by a sixteenth of a unit at the most, and by as much as this tells.
      double error = Math.fma(dollars, UNITS, -units);
      if (Math.abs(units - whole) + Math.abs(error) < CLEARLY_BELOW_HALF) {
        return BigInteger.valueOf((long) whole);
      }
    }
    return new BigDecimal(dollars).setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
  }

  public static BigDecimal toDollars(BigInteger microDollars) {
    return new BigDecimal(microDollars, SCALE);
  }
}

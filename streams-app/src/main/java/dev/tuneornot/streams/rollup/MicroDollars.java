package dev.tuneornot.streams.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Amounts as whole micro-dollars, so that sums are exact under any order. */
public final class MicroDollars {
  private static final int SCALE = 6;

  private MicroDollars() {}

  /** Rounds half even. */
  public static BigInteger of(double dollars) {
    return dollars == 0
        ? BigInteger.ZERO
        : new BigDecimal(dollars).setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
  }

  public static BigDecimal toDollars(BigInteger microDollars) {
    return new BigDecimal(microDollars, SCALE);
  }
}

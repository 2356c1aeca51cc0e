package dev.tuneornot.portfolio.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts in whole micro-dollars, so that sums are exact under any order. */
public final class Dollars {

  private static final int SCALE = 6;

  /** Nothing, to six digits. */
  public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(SCALE);

  private Dollars() {}

  /** Rounds half even; null counts 0. */
  public static BigDecimal of(@Nullable Double dollars) {
    return dollars == null || dollars == 0
        ? ZERO
        : new BigDecimal(dollars).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}

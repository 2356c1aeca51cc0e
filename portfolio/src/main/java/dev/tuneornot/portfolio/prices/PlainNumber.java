package dev.tuneornot.portfolio.prices;

import java.math.BigDecimal;

/** A price with all its digits and no more: {@code 0.15}, {@code 25}, {@code 0.000001}. */
public final class PlainNumber {

  private PlainNumber() {}

  public static String of(double price) {
    return new BigDecimal(Double.toString(price)).stripTrailingZeros().toPlainString();
  }
}

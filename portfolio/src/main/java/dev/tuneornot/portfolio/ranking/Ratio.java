package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;

/**
 * A benefit for a cost. The highest benefit a dollar comes first, and what costs nothing before
 * everything else.
 */
record Ratio(BigDecimal benefit, BigDecimal cost) implements Comparable<Ratio> {

  @Override
  public int compareTo(Ratio other) {
    // benefit / cost without dividing: a/b > c/d where a*d > c*b, for b and d of at least 0.
    int byRatio = other.benefit.multiply(cost).compareTo(benefit.multiply(other.cost));
    if (byRatio != 0) {
      return byRatio;
    }
    int byCost = cost.compareTo(other.cost);
    return byCost != 0 ? byCost : other.benefit.compareTo(benefit);
  }
}

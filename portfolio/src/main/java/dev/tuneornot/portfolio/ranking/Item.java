package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Something that can be funded, as a whole or not at all.
 *
 * @param id breaks ties, so that the choice is always the same
 * @param cost USD, at least 0
 * @param benefit USD
 */
public record Item(String id, BigDecimal cost, BigDecimal benefit) {

  /** The highest benefit a dollar first; what costs nothing comes before everything else. */
  static final Comparator<Item> BEST_RATIO_FIRST =
      // benefit / cost without dividing: a/b > c/d where a*d > c*b, for b and d of at least 0.
      ((Comparator<Item>)
              (one, other) ->
                  other.benefit.multiply(one.cost).compareTo(one.benefit.multiply(other.cost)))
          .thenComparing(Item::cost)
          .thenComparing(Item::benefit, Comparator.reverseOrder())
          .thenComparing(Item::id);

  /** Refuses a cost below 0. */
  public Item {
    if (cost.signum() < 0) {
      throw new IllegalArgumentException(id + ": cost = " + cost + ": must be 0 or more");
    }
  }

  boolean isWorthIt() {
    return benefit.signum() > 0;
  }
}

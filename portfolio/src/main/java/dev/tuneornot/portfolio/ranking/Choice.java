package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What to fund.
 *
 * @param ranked all items, the best ratio first
 * @param chosen the ids of those to fund
 * @param cost USD, at most the budget
 * @param benefit USD, the sum over the chosen ones
 * @param bound USD that no choice within the budget exceeds
 * @param method how it was found
 */
public record Choice(
    List<Item> ranked,
    Set<String> chosen,
    BigDecimal cost,
    BigDecimal benefit,
    BigDecimal bound,
    Method method) {

  /** How a choice was found. */
  public enum Method {
    /** By ratio, as long as the money lasts. */
    GREEDY,
    /** The one item that is worth more than all that fit by ratio. */
    BEST_SINGLE,
    /** All possibilities were weighed: nothing is better. */
    EXACT
  }

  /** USD by which the best possible choice may be better, at least 0. */
  public BigDecimal gap() {
    return bound.subtract(benefit);
  }
}

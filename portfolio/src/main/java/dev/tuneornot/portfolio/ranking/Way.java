package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A way to fund a proposal: a model to tune for it.
 *
 * @param upfrontCost USD, 0 or more
 * @param gain USD over the horizon, the hosting not yet paid
 * @param base what it is hosted on; null where hosting costs nothing
 * @param hosting USD for a deployment over the horizon, 0 where there is no base
 */
public record Way(
    String modelId,
    BigDecimal upfrontCost,
    BigDecimal gain,
    @Nullable Base base,
    BigDecimal hosting) {

  /** Refuses a cost below 0. */
  public Way {
    if (upfrontCost.signum() < 0) {
      throw new IllegalArgumentException(
          modelId + ": upfrontCost = " + upfrontCost + ": must be 0 or more");
    }
  }

  static Way unhosted(String modelId, BigDecimal upfrontCost, BigDecimal netBenefit) {
    return new Way(modelId, upfrontCost, netBenefit, null, BigDecimal.ZERO);
  }

  /** USD over the horizon with a deployment of its own. */
  BigDecimal alone() {
    return gain.subtract(hosting);
  }
}

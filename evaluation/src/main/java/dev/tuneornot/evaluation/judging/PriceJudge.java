package dev.tuneornot.evaluation.judging;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a price before it counts (section 11). It is held where anything is found; without a
 * finding it comes into force at once.
 *
 * @param stalePriceDays of the policy for every portfolio
 */
public record PriceJudge(ReviewBounds bounds, int stalePriceDays) {

  /**
   * Why a price should be looked at, in the order of the ids, each id and field once, the first
   * 100.
   *
   * @param before the price that was in force last, also where it has been deleted since; null: the
   *     first one of its model
   * @param price valid
   * @param at the instant of judging
   */
  public List<PriceFinding> judge(@Nullable ModelPricing before, ModelPricing price, Instant at) {
    Findings findings = new Findings();
    Implausible implausible = new Implausible(bounds);
    boolean differs = false;
    for (PeriodPair pair : PeriodPair.of(before, price, at)) {
      Jumps.find(pair, bounds, findings);
      implausible.find(pair, findings);
      Vanished.find(pair, findings);
      differs |= pair.differs();
    }
    if (before != null) {
      Vanished.find(before, price, at, findings);
      if (differs) {
        Origins.find(before, price, at, stalePriceDays, findings);
      }
    }
    return findings.toList();
  }
}

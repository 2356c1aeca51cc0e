package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one model as they count at an instant (section 5): its period in force, its
 * provider's discount, and how its tokens compare with the baseline's.
 *
 * @param pricing null where no price is known
 * @param period in force, null where none is
 * @param paidShare what is left of every price after the discount, 1 - d
 * @param tokenRatio f
 */
record ModelPrices(
    String modelId,
    @Nullable ModelPricing pricing,
    @Nullable PricePeriod period,
    double paidShare,
    double tokenRatio) {

  /**
   * @param baseline the baseline's prices, null where there is no baseline or no price of it
   */
  static ModelPrices at(
      long now,
      String modelId,
      @Nullable ModelPricing pricing,
      @Nullable ModelPricing baseline,
      Policy policy) {
    double tokenRatio =
        pricing == null || baseline == null
            ? 1
            : pricing.getTokenFactor() / baseline.getTokenFactor();
    return new ModelPrices(
        modelId,
        pricing,
        PricePeriods.inForce(pricing, now),
        Discounts.paidShare(modelId, policy),
        tokenRatio);
  }

  /** Whether a request to the model, untuned, has a price. */
  boolean isPriced() {
    return period != null && period.getInputPerMTok() != null && period.getOutputPerMTok() != null;
  }

  /** Prices of tuning in force, null where it cannot be tuned. */
  @Nullable Tuning tuning() {
    return period == null ? null : period.getTuning();
  }

  /** A price less the discount. */
  double paid(double price) {
    return price * paidShare;
  }

  /** In epoch milliseconds, {@link EpochMillis#NEVER} where not known. */
  long retiresAt() {
    return pricing == null ? EpochMillis.NEVER : EpochMillis.orNever(pricing.getRetiresAt());
  }

  boolean isRetired(long now) {
    return now >= retiresAt();
  }

  boolean retiresSoon(Policy policy, long now) {
    return now >= EpochMillis.minusDays(retiresAt(), policy.getClosingSoonDays());
  }
}

package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one model as they count at an instant (section 5): its period in force, its
 * provider's discount, and how its tokens compare with the baseline's.
 *
 * @param pricing null where no price is known
 * @param period in force, null where none is
 * @param paidShare what is left of every price after the discount, 1 - d
 * @param tokenRatio f
 * @param nextChange when the next period begins, in epoch milliseconds, {@link EpochMillis#NEVER}
 *     where none is announced; the next three as well, where they are not known
 * @param retiresAt when it stops answering
 * @param tunedRetiresAt from when on what was tuned from it no longer answers
 * @param tuningCloses from when on it takes no new tuning job
 */
record ModelPrices(
    String modelId,
    @Nullable ModelPricing pricing,
    @Nullable PricePeriod period,
    double paidShare,
    double tokenRatio,
    long nextChange,
    long retiresAt,
    long tunedRetiresAt,
    long tuningCloses) {

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
    if (pricing == null) {
      return unknown(modelId, tokenRatio, policy);
    }
    List<PricePeriod> periods = pricing.getPeriods();
    int begun = PricePeriods.begun(periods, now);
    return new ModelPrices(
        modelId,
        pricing,
        begun == 0 ? null : periods.get(begun - 1),
        Discounts.paidShare(modelId, policy),
        tokenRatio,
        PricePeriods.nextChange(periods, begun),
        EpochMillis.orNever(pricing.getRetiresAt()),
        CandidateDates.retiredFrom(pricing),
        CandidateDates.tuningCloses(pricing));
  }

  private static ModelPrices unknown(String modelId, double tokenRatio, Policy policy) {
    return new ModelPrices(
        modelId,
        null,
        null,
        Discounts.paidShare(modelId, policy),
        tokenRatio,
        EpochMillis.NEVER,
        EpochMillis.NEVER,
        EpochMillis.NEVER,
        EpochMillis.NEVER);
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

  boolean isRetired(long now) {
    return now >= retiresAt();
  }

  boolean retiresSoon(Policy policy, long now) {
    return now >= EpochMillis.minusDays(retiresAt(), policy.getClosingSoonDays());
  }
}

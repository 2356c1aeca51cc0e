package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import java.time.Instant;
import java.util.Optional;

/**
 * What a deployment costs on which models tuned from a base run: the hosting of E8, which several
 * tuned models may share.
 *
 * @param modelId the base
 * @param perMonth USD, with the discount taken off, above 0
 * @param adaptersPerDeployment tuned models that one deployment serves, 1 or more
 */
public record Hosting(String modelId, double perMonth, int adaptersPerDeployment) {
  static final double HOURS_PER_MONTH = 730;

  /** Empty where the base cannot be tuned at that instant, or hosting it costs nothing. */
  public static Optional<Hosting> of(String modelId, PriceBook prices, Policy policy, Instant at) {
    ModelPricing pricing = prices.find(modelId);
    PricePeriod period = pricing == null ? null : PricePeriods.inForce(pricing, at);
    Tuning tuning = period == null ? null : period.getTuning();
    if (tuning == null || tuning.getHostingPerHour() == 0) {
      return Optional.empty();
    }
    double perHour = tuning.getHostingPerHour() * Discounts.paidShare(modelId, policy);
    return perHour == 0
        ? Optional.empty()
        : Optional.of(
            new Hosting(modelId, perHour * HOURS_PER_MONTH, tuning.getAdaptersPerDeployment()));
  }
}

package dev.tuneornot.dashboard.query;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a model as they are now, and when they change.
 *
 * @param current null where no period has begun
 * @param nextChange null where none is announced
 * @param periods their number
 * @param dependants proposals that name the model
 */
public record PriceInForce(
    String modelId,
    String provider,
    @Nullable PricePeriod current,
    @Nullable Instant effectiveFrom,
    @Nullable Instant nextChange,
    int periods,
    @Nullable Instant closesAt,
    @Nullable Instant retiresAt,
    @Nullable Instant tunedRetiresAt,
    @Nullable String replacement,
    String source,
    @Nullable Instant observedAt,
    Confidence confidence,
    long dependants) {

  static PriceInForce of(ModelPricing pricing, long dependants, Instant now) {
    PricePeriod current = current(pricing.getPeriods(), now);
    String modelId = pricing.getModelId();
    return new PriceInForce(
        modelId,
        modelId.substring(0, Math.max(0, modelId.indexOf('/'))),
        current,
        current == null ? null : current.getEffectiveFrom(),
        nextChange(pricing.getPeriods(), now),
        pricing.getPeriods().size(),
        pricing.getTuningClosesAt(),
        pricing.getRetiresAt(),
        pricing.getTunedRetiresAt(),
        pricing.getReplacement(),
        pricing.getSource(),
        pricing.getObservedAt(),
        pricing.getConfidence(),
        dependants);
  }

  /** The last period that has begun; periods are sorted. */
  private static @Nullable PricePeriod current(List<PricePeriod> periods, Instant now) {
    PricePeriod current = null;
    for (PricePeriod period : periods) {
      if (!period.getEffectiveFrom().isAfter(now)) {
        current = period;
      }
    }
    return current;
  }

  private static @Nullable Instant nextChange(List<PricePeriod> periods, Instant now) {
    return periods.stream()
        .map(PricePeriod::getEffectiveFrom)
        .filter(from -> from.isAfter(now))
        .findFirst()
        .orElse(null);
  }
}

package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import org.jspecify.annotations.Nullable;

/** When tuning ends to be of use. */
final class Retirement {
  private Retirement() {}

  /**
   * The earlier of the known retirements of candidate and baseline, in epoch milliseconds; {@link
   * EpochMillis#NEVER} where neither is known.
   */
  static long earlier(@Nullable ModelPricing candidate, @Nullable ModelPricing baseline) {
    return Math.min(of(candidate), of(baseline));
  }

  static long of(@Nullable ModelPricing pricing) {
    return pricing == null ? EpochMillis.NEVER : EpochMillis.orNever(pricing.getRetiresAt());
  }
}

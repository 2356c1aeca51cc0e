package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a model's prices are in force (section 1). */
public final class PricePeriods {
  private PricePeriods() {}

  /** The last period with effectiveFrom not after the instant, null where all begin later. */
  public static @Nullable PricePeriod inForce(ModelPricing pricing, Instant at) {
    return inForce(pricing, at.toEpochMilli());
  }

  static @Nullable PricePeriod inForce(@Nullable ModelPricing pricing, long now) {
    if (pricing == null) {
      return null;
    }
    List<PricePeriod> periods = pricing.getPeriods();
    int begun = begun(periods, now);
    return begun == 0 ? null : periods.get(begun - 1);
  }

  /** When the next period begins, {@link EpochMillis#NEVER} where none is announced. */
  static long nextChange(ModelPricing pricing, long now) {
    List<PricePeriod> periods = pricing.getPeriods();
    int begun = begun(periods, now);
    return begun == periods.size()
        ? EpochMillis.NEVER
        : periods.get(begun).getEffectiveFrom().toEpochMilli();
  }

  /** Number of periods that have begun. From the end, as most often the last one is in force. */
  private static int begun(List<PricePeriod> periods, long now) {
    int begun = periods.size();
    while (begun > 0 && periods.get(begun - 1).getEffectiveFrom().toEpochMilli() > now) {
      begun--;
    }
    return begun;
  }
}

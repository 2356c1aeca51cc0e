package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a candidate (section 5), in epoch milliseconds, {@link EpochMillis#NEVER} where they
 * are not known.
 */
final class CandidateDates {
  private CandidateDates() {}

  /** From when on what was tuned from the model no longer answers. */
  static long retiredFrom(@Nullable ModelPricing candidate) {
    if (candidate == null) {
      return EpochMillis.NEVER;
    }
    return EpochMillis.orNever(
        candidate.getTunedRetiresAt() == null
            ? candidate.getRetiresAt()
            : candidate.getTunedRetiresAt());
  }

  /** From when on the model takes no new tuning job. */
  static long tuningCloses(@Nullable ModelPricing candidate) {
    if (candidate == null) {
      return EpochMillis.NEVER;
    }
    if (candidate.getTuningClosesAt() == null && candidate.getTunedRetiresAt() != null) {
      return EpochMillis.orNever(candidate.getRetiresAt());
    }
    return EpochMillis.orNever(candidate.getTuningClosesAt());
  }

  /** When tuning ends to be of use: r of E13. */
  static long end(ModelPrices candidate, @Nullable ModelPrices reference) {
    long retiredFrom = retiredFrom(candidate.pricing());
    return reference == null ? retiredFrom : Math.min(retiredFrom, reference.retiresAt());
  }
}

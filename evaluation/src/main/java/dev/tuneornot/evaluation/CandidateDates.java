package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a candidate (section 5); within the rules in epoch milliseconds, {@link
 * EpochMillis#NEVER} where they are not known.
 */
public final class CandidateDates {
  private CandidateDates() {}

  /** From when on what was tuned from a model no longer answers; empty where that is not known. */
  public static Optional<Instant> retirement(@Nullable ModelPricing candidate) {
    return instant(retiredFrom(candidate));
  }

  /** From when on a model takes no new tuning job; empty where that is not known. */
  public static Optional<Instant> closing(@Nullable ModelPricing candidate) {
    return instant(tuningCloses(candidate));
  }

  private static Optional<Instant> instant(long millis) {
    return millis == EpochMillis.NEVER
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(millis));
  }

  static long retiredFrom(@Nullable ModelPricing candidate) {
    if (candidate == null) {
      return EpochMillis.NEVER;
    }
    return EpochMillis.orNever(
        candidate.getTunedRetiresAt() == null
            ? candidate.getRetiresAt()
            : candidate.getTunedRetiresAt());
  }

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

package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import org.jspecify.annotations.Nullable;

/**
 * Whether a candidate can be tuned and computed at all: the first rows of the table of statuses
 * (section 5).
 */
final class Availability {
  private Availability() {}

  /**
   * The first row that applies, null where the candidate can be computed. Then both periods and the
   * candidate's tuning are there.
   *
   * @param period the candidate's period in force
   * @param baselinePeriod the baseline's period in force
   */
  static @Nullable CandidateStatus obstacle(
      @Nullable ModelPricing candidate,
      @Nullable PricePeriod period,
      @Nullable ModelPricing baseline,
      @Nullable PricePeriod baselinePeriod,
      TrainingData data,
      long now) {
    if (candidate != null && now >= EpochMillis.orNever(candidate.getRetiresAt())) {
      return CandidateStatus.RETIRED;
    }
    if (candidate != null && now >= EpochMillis.orNever(candidate.getTuningClosesAt())) {
      return CandidateStatus.TUNING_CLOSED;
    }
    if (baseline != null && now >= EpochMillis.orNever(baseline.getRetiresAt())) {
      return CandidateStatus.BASELINE_RETIRED;
    }
    if (period == null || baselinePeriod == null) {
      return CandidateStatus.UNPRICED;
    }
    if (period.getTuning() == null) {
      return CandidateStatus.NOT_TUNABLE;
    }
    boolean priced =
        isPriced(baselinePeriod)
            && isPriced(period.getTuning())
            && isTrainingPriced(period.getTuning(), data);
    return priced ? null : CandidateStatus.UNPRICED;
  }

  /** Whether a request to the baseline has a price. */
  static boolean isPriced(PricePeriod baseline) {
    return baseline.getInputPerMTok() != null && baseline.getOutputPerMTok() != null;
  }

  private static boolean isPriced(Tuning tuning) {
    return tuning.getInputPerMTok() != null && tuning.getOutputPerMTok() != null;
  }

  private static boolean isTrainingPriced(Tuning tuning, TrainingData data) {
    return tuning.getTrainingPerMTok() != null
        || (tuning.getTrainingPerHour() != null && data.getTrainingHours() != null);
  }
}

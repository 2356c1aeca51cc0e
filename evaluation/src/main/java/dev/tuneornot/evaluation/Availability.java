package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Tuning;
import org.jspecify.annotations.Nullable;

/**
 * Whether a candidate can be tuned and computed at all: the first rows of the table of statuses
 * (section 5).
 */
final class Availability {
  private Availability() {}

  /**
   * The first row that applies, null where the candidate can be computed. Then the reference is
   * priced, and so is inference by the tuned candidate.
   *
   * @param reference null where there is none
   * @param live whether it is the live candidate, which is tuned already
   */
  static @Nullable CandidateStatus obstacle(
      ModelPrices candidate,
      @Nullable ModelPrices reference,
      Proposal proposal,
      boolean live,
      long now) {
    if (now >= CandidateDates.retiredFrom(candidate.pricing())) {
      return CandidateStatus.RETIRED;
    }
    if (!live && now >= CandidateDates.tuningCloses(candidate.pricing())) {
      return CandidateStatus.TUNING_CLOSED;
    }
    if (reference != null && reference.isRetired(now)) {
      return CandidateStatus.BASELINE_RETIRED;
    }
    if (reference == null || candidate.period() == null || reference.period() == null) {
      return CandidateStatus.UNPRICED;
    }
    Tuning tuning = candidate.tuning();
    if (tuning == null) {
      return live ? CandidateStatus.UNPRICED : CandidateStatus.NOT_TUNABLE;
    }
    boolean priced =
        reference.isPriced()
            && tuning.getInputPerMTok() != null
            && tuning.getOutputPerMTok() != null
            && (isTrainedNoMore(proposal, live) || isTrainingPriced(tuning, proposal));
    return priced ? null : CandidateStatus.UNPRICED;
  }

  /** Then it does not matter what training costs. */
  static boolean isTrainedNoMore(Proposal proposal, boolean live) {
    return live && proposal.getCosts().getRetrainEveryMonths() == null;
  }

  private static boolean isTrainingPriced(Tuning tuning, Proposal proposal) {
    return tuning.getTrainingPerMTok() != null
        || (tuning.getTrainingPerHour() != null
            && proposal.getTrainingData().getTrainingHours() != null);
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.boxed;
import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Policy;
import org.jspecify.annotations.Nullable;

/** Whether a computed candidate pays back: the last rows of the table of statuses (section 5). */
final class Payback {
  private Payback() {}

  /** E11; null unless something is saved. */
  static @Nullable Double months(double upfrontCost, double monthlySavings) {
    return monthlySavings > 0 ? boxed(figure(upfrontCost / monthlySavings)) : null;
  }

  /**
   * @param paybackMonths E11
   * @param monthsToRetirement E13
   */
  static CandidateStatus status(
      @Nullable Double paybackMonths, @Nullable Double monthsToRetirement, Policy policy) {
    if (paybackMonths == null) {
      return CandidateStatus.NEVER;
    }
    if (monthsToRetirement != null && paybackMonths > monthsToRetirement) {
      return CandidateStatus.RETIRES_FIRST;
    }
    return paybackMonths > policy.getMaxPaybackMonths()
        ? CandidateStatus.TOO_SLOW
        : CandidateStatus.PAYS_BACK;
  }
}

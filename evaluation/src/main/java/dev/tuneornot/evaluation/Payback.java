package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Policy;

/** Whether a computed candidate pays back: the last rows of the table of statuses (section 5). */
final class Payback {
  private Payback() {}

  static CandidateStatus status(CandidateEvaluation computed, Policy policy) {
    if (computed.getMonthlySavings() <= 0) {
      return CandidateStatus.NEVER;
    }
    double paybackMonths = computed.getPaybackMonths();
    Double monthsToRetirement = computed.getMonthsToRetirement();
    if (monthsToRetirement != null && paybackMonths > monthsToRetirement) {
      return CandidateStatus.RETIRES_FIRST;
    }
    return paybackMonths > policy.getMaxPaybackMonths()
        ? CandidateStatus.TOO_SLOW
        : CandidateStatus.PAYS_BACK;
  }
}

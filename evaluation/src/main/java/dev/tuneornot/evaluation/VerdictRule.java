package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether to fund the tuning that was decided (section 7). */
final class VerdictRule {
  /** What tuning may be worth its money for, even where it saves none. */
  private static final NeedSet BEYOND_MONEY =
      NeedSet.of(
          Need.STYLE_OR_FORMAT, Need.SPECIFIC_BEHAVIOR, Need.LOW_LATENCY, Need.DOMAIN_LANGUAGE);

  private VerdictRule() {}

  /**
   * @param best the best candidate, null where none is computed
   */
  static Verdict verdict(
      Decision decision,
      List<CandidateEvaluation> candidates,
      @Nullable Best best,
      NeedSet needs,
      List<Warning> warnings,
      Policy policy,
      long now) {
    if (decision != Decision.FINE_TUNE && decision != Decision.FINE_TUNE_WITH_RAG) {
      return Verdict.NOT_APPLICABLE;
    }
    if (best == null) {
      return candidates.isEmpty() || hasUnpriced(candidates)
          ? Verdict.PENDING_PRICE
          : Verdict.NO_GO;
    }
    CandidateStatus status = best.status();
    if (status == CandidateStatus.RETIRES_FIRST && best.retiresSoon(policy, now)) {
      return Verdict.NO_GO;
    }
    boolean savesNothing =
        status == CandidateStatus.NEVER || status == CandidateStatus.RETIRES_FIRST;
    if (savesNothing && !needs.hasAnyOf(BEYOND_MONEY)) {
      return Verdict.NO_GO;
    }
    return status == CandidateStatus.PAYS_BACK && warnings.isEmpty() ? Verdict.GO : Verdict.CAUTION;
  }

  private static boolean hasUnpriced(List<CandidateEvaluation> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).getStatus() == CandidateStatus.UNPRICED) {
        return true;
      }
    }
    return false;
  }
}

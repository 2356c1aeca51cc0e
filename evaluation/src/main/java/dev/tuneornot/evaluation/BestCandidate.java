package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Policy;
import java.util.List;

/** Which of the computed candidates is the best one (section 6). */
final class BestCandidate {
  static final int NONE = -1;

  private static final int NOT_COMPUTED = Integer.MAX_VALUE;

  private BestCandidate() {}

  /** Its index, {@link #NONE} where none is computed. */
  static int indexIn(List<CandidateEvaluation> candidates, Policy policy) {
    int best = NONE;
    for (int i = 0; i < candidates.size(); i++) {
      if (rank(candidates.get(i).getStatus()) == NOT_COMPUTED) {
        continue;
      }
      if (best == NONE || isBetter(candidates.get(i), candidates.get(best), policy)) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isBetter(
      CandidateEvaluation one, CandidateEvaluation other, Policy policy) {
    int order = Integer.compare(rank(one.getStatus()), rank(other.getStatus()));
    return order != 0 ? order < 0 : benefit(one, policy) > benefit(other, policy);
  }

  /** Over the policy's horizon: unlike netBenefit it stands still while retirement comes closer. */
  private static double benefit(CandidateEvaluation candidate, Policy policy) {
    return candidate.getMonthlySavings() * policy.getHorizonMonths() - candidate.getUpfrontCost();
  }

  private static int rank(CandidateStatus status) {
    return switch (status) {
      case PAYS_BACK -> 0;
      case TOO_SLOW -> 1;
      case RETIRES_FIRST -> 2;
      case NEVER -> 3;
      case RETIRED, TUNING_CLOSED, BASELINE_RETIRED, UNPRICED, NOT_TUNABLE -> NOT_COMPUTED;
    };
  }
}

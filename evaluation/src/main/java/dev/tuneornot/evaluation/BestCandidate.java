package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import java.util.List;

/** Which of the computed candidates is the best one (section 6). */
final class BestCandidate {
  static final int NONE = -1;

  private static final int NOT_COMPUTED = Integer.MAX_VALUE;

  private BestCandidate() {}

  /** Its index, {@link #NONE} where none is computed. */
  static int indexIn(List<CandidateEvaluation> candidates) {
    int best = NONE;
    for (int i = 0; i < candidates.size(); i++) {
      if (!isComputed(candidates.get(i).getStatus())) {
        continue;
      }
      if (best == NONE || isBetter(candidates.get(i), candidates.get(best))) {
        best = i;
      }
    }
    return best;
  }

  /** Whether a candidate of that status carries figures. */
  static boolean isComputed(CandidateStatus status) {
    return rank(status) != NOT_COMPUTED;
  }

  private static boolean isBetter(CandidateEvaluation one, CandidateEvaluation other) {
    int order = Integer.compare(rank(one.getStatus()), rank(other.getStatus()));
    return order != 0 ? order < 0 : one.getNetBenefit() > other.getNetBenefit();
  }

  private static int rank(CandidateStatus status) {
    return switch (status) {
      case PAYS_BACK -> 0;
      case TOO_SLOW -> 1;
      case RETIRES_FIRST -> 2;
      case NEVER -> 3;
      case RETIRED, TUNING_CLOSED, BASELINE_RETIRED, UNPRICED, NOT_TUNABLE, OTHER -> NOT_COMPUTED;
    };
  }
}

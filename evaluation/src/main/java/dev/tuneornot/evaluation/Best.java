package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import java.util.List;

/**
 * The best candidate (section 6) with the prices that it was computed from.
 *
 * @param live whether it is the live candidate
 * @param end when tuning it ends to be of use, r of E13
 */
record Best(
    CandidateEvaluation evaluation,
    ModelPrices prices,
    ModelPrices reference,
    boolean live,
    long end) {

  static Best of(
      Proposal proposal,
      List<CandidateEvaluation> candidates,
      ModelPrices[] models,
      ModelPrices reference,
      int index) {
    return new Best(
        candidates.get(index),
        models[index],
        reference,
        isLive(proposal, index),
        CandidateDates.end(models[index], reference));
  }

  /** Whether the candidate is the live one: the first, where the stage is LIVE. */
  static boolean isLive(Proposal proposal, int index) {
    return index == 0 && proposal.getStage() == Stage.LIVE;
  }

  CandidateStatus status() {
    return evaluation.getStatus();
  }

  /** The condition of X10. */
  boolean retiresSoon(Policy policy, long now) {
    return now >= EpochMillis.minusDays(end, policy.getClosingSoonDays());
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.EnumLists.bit;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasons for caution, only where tuning comes into question (section 4, X1 to X11). */
final class Warnings {
  private static final EnumLists<Warning> LISTS = new EnumLists<>(Warning.values());

  private Warnings() {}

  /**
   * @param best the best candidate, null where there is none
   */
  static List<Warning> of(
      Proposal proposal,
      Decision decision,
      NeedSet needs,
      Policy policy,
      @Nullable Best best,
      long now) {
    return switch (decision) {
      case USE_PROMPTING, USE_RAG, UNDECIDED, OTHER -> List.of();
      case COLLECT_DATA, FEW_SHOT, FINE_TUNE, FINE_TUNE_WITH_RAG -> {
        int warnings = aboutTask(proposal, decision, needs, policy);
        if (best != null) {
          warnings |= aboutPrices(best, policy, now) | aboutTime(best, proposal, policy, now);
        }
        yield LISTS.get(warnings);
      }
    };
  }

  private static int aboutTask(Proposal proposal, Decision decision, NeedSet needs, Policy policy) {
    boolean retrieves = decision == Decision.FINE_TUNE_WITH_RAG;
    int warnings = 0;
    if (needs.has(Need.FRESH_KNOWLEDGE) && !retrieves) {
      warnings |= bit(Warning.KNOWLEDGE_CHANGES); // X1
    }
    if (needs.has(Need.SOURCE_ATTRIBUTION) && !retrieves) {
      warnings |= bit(Warning.NEEDS_ATTRIBUTION); // X4
    }
    // What is in production has been tuned, and tried before.
    return proposal.getStage() == Stage.LIVE
        ? warnings
        : warnings | aboutPlan(proposal, needs, policy);
  }

  private static int aboutPlan(Proposal proposal, NeedSet needs, Policy policy) {
    int warnings = 0;
    if (proposal.getTrainingData().getExamples() < policy.getGoodExamples()) {
      warnings |= bit(Warning.SMALL_DATASET); // X2
    }
    if (proposal.getNarrowTask() != Answer.YES) {
      warnings |= bit(Warning.BROAD_TASK); // X3
    }
    if (proposal.getFewShotTried() != Answer.YES) {
      warnings |= bit(Warning.FEW_SHOT_UNTRIED); // X5
    }
    if (needs.has(Need.STYLE_OR_FORMAT) && proposal.getStructuredOutputTried() != Answer.YES) {
      warnings |= bit(Warning.STRUCTURED_OUTPUT_UNTRIED); // X6
    }
    return warnings;
  }

  private static int aboutPrices(Best best, Policy policy, long now) {
    ModelPricing candidate = best.prices().pricing();
    ModelPricing reference = best.reference().pricing();
    int warnings = 0;
    if (isUncertain(candidate.getConfidence()) || isUncertain(reference.getConfidence())) {
      warnings |= bit(Warning.UNCERTAIN_PRICE); // X7
    }
    long older =
        Math.min(
            EpochMillis.orNever(candidate.getObservedAt()),
            EpochMillis.orNever(reference.getObservedAt()));
    if (now >= EpochMillis.plusDays(older, policy.getStalePriceDays())) {
      warnings |= bit(Warning.STALE_PRICE); // X8
    }
    return warnings;
  }

  private static int aboutTime(Best best, Proposal proposal, Policy policy, long now) {
    int warnings = 0;
    long closes = CandidateDates.tuningCloses(best.prices().pricing());
    if (now >= EpochMillis.minusDays(closes, policy.getClosingSoonDays())
        && !Availability.isTrainedNoMore(proposal, best.live())) {
      warnings |= bit(Warning.TUNING_CLOSES_SOON); // X9
    }
    if (best.retiresSoon(policy, now)) {
      warnings |= bit(Warning.RETIRES_SOON); // X10
    }
    CandidateCase worst = best.evaluation().getWorstCase();
    if (best.status() == CandidateStatus.PAYS_BACK
        && worst != null
        && worst.getStatus() != CandidateStatus.PAYS_BACK) {
      warnings |= bit(Warning.UNCERTAIN_PAYBACK); // X11
    }
    return warnings;
  }

  private static boolean isUncertain(Confidence confidence) {
    return switch (confidence) {
      case OFFICIAL, MIRROR -> false;
      case THIRD_PARTY, ESTIMATE -> true;
    };
  }
}

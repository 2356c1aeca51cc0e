package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.EnumLists.bit;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasons for caution, only where tuning comes into question (section 4, X1 to X9). */
final class Warnings {
  private static final EnumLists<Warning> LISTS = new EnumLists<>(Warning.values());

  private Warnings() {}

  /**
   * @param candidate the best candidate's prices, null where there is none
   * @param baseline the baseline's prices, known where there is a best candidate
   */
  static List<Warning> of(
      Proposal proposal,
      Decision decision,
      NeedSet needs,
      Policy policy,
      @Nullable ModelPricing candidate,
      @Nullable ModelPricing baseline,
      long now) {
    return switch (decision) {
      case USE_PROMPTING, USE_RAG, UNDECIDED -> List.of();
      case COLLECT_DATA, FEW_SHOT, FINE_TUNE, FINE_TUNE_WITH_RAG -> {
        int warnings = aboutTask(proposal, decision, needs, policy);
        if (candidate != null && baseline != null) {
          warnings |= aboutPrices(candidate, baseline, policy, now);
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
    if (proposal.getTrainingData().getExamples() < policy.getGoodExamples()) {
      warnings |= bit(Warning.SMALL_DATASET); // X2
    }
    if (proposal.getNarrowTask() != Answer.YES) {
      warnings |= bit(Warning.BROAD_TASK); // X3
    }
    if (needs.has(Need.SOURCE_ATTRIBUTION) && !retrieves) {
      warnings |= bit(Warning.NEEDS_ATTRIBUTION); // X4
    }
    if (proposal.getFewShotTried() != Answer.YES) {
      warnings |= bit(Warning.FEW_SHOT_UNTRIED); // X5
    }
    if (needs.has(Need.STYLE_OR_FORMAT) && proposal.getStructuredOutputTried() != Answer.YES) {
      warnings |= bit(Warning.STRUCTURED_OUTPUT_UNTRIED); // X6
    }
    return warnings;
  }

  private static int aboutPrices(
      ModelPricing candidate, ModelPricing baseline, Policy policy, long now) {
    int warnings = 0;
    if (isUncertain(candidate.getConfidence()) || isUncertain(baseline.getConfidence())) {
      warnings |= bit(Warning.UNCERTAIN_PRICE); // X7
    }
    long older =
        Math.min(
            EpochMillis.orNever(candidate.getObservedAt()),
            EpochMillis.orNever(baseline.getObservedAt()));
    if (now >= EpochMillis.plusDays(older, policy.getStalePriceDays())) {
      warnings |= bit(Warning.STALE_PRICE); // X8
    }
    long closes = EpochMillis.orNever(candidate.getTuningClosesAt());
    if (now >= EpochMillis.minusDays(closes, policy.getClosingSoonDays())) {
      warnings |= bit(Warning.TUNING_CLOSES_SOON); // X9
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

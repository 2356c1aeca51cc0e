package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.evaluation.CandidateDates;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.ReferenceData;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recommendation with what it follows from. */
record Evaluated(
    Proposal proposal, Recommendation recommendation, Policy policy, ReferenceData reference) {

  static Evaluated of(Proposal proposal, ReferenceData reference, Instant at) {
    return new Evaluated(
        proposal,
        reference.evaluate(proposal, at),
        Policies.inForce(proposal.getPortfolio(), reference.policies()::get),
        reference);
  }

  Verdict verdict() {
    return recommendation.getVerdict();
  }

  /** USD a month that count in the portfolio: those of a GO, else 0. */
  double goSavings() {
    Double savings = recommendation.getMonthlySavings();
    return verdict() == Verdict.GO && savings != null ? savings : 0;
  }

  Optional<CandidateEvaluation> best() {
    return recommendation.getCandidates().stream()
        .filter(candidate -> candidate.getModelId().equals(recommendation.getBestModel()))
        .findFirst();
  }

  /** From when on a model tuned from this one no longer answers; null where that is not known. */
  @Nullable Instant retirement(@Nullable String modelId) {
    return CandidateDates.retirement(prices(modelId)).orElse(null);
  }

  /** From when on a model takes no tuning job; null where that is not known. */
  @Nullable Instant closing(@Nullable String modelId) {
    return CandidateDates.closing(prices(modelId)).orElse(null);
  }

  /** The prices of a model; null where none are known. */
  @Nullable ModelPricing prices(@Nullable String modelId) {
    return modelId == null ? null : reference.prices().get(modelId);
  }
}

package dev.tuneornot.streams.score;

import dev.tuneornot.confluent.EncodedRecord;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Usage;
import dev.tuneornot.streams.pages.Outcome;
import dev.tuneornot.streams.reference.ReferenceBook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Evaluates proposals and continues the history of their verdicts. Not thread-safe. */
final class Scorer {

  /**
   * What an evaluation came to.
   *
   * @param recommendation encoded; to be sent before the next evaluation, which takes its bytes
   */
  record Scored(Outcome outcome, EncodedRecord recommendation) {}

  private final ReferenceBook reference;
  private final RecommendationEncoding encoding = new RecommendationEncoding();

  Scorer(ReferenceBook reference) {
    this.reference = reference;
  }

  /**
   * Evaluates a proposal.
   *
   * @param usage in force; null where none is
   * @param last the outcome before; null where there is none
   * @param now milliseconds since the epoch. Where the clock has been set back, the evaluation is
   *     as of the last one, so that a proposal's history never goes back
   */
  Scored score(
      Proposal proposal, @Nullable Usage usage, Cause cause, @Nullable Outcome last, long now) {
    Recommendation recommendation =
        Evaluator.evaluate(
            proposal,
            usage,
            reference,
            reference.policyFor(proposal.getPortfolio()),
            Instant.ofEpochMilli(last == null ? now : Math.max(now, last.evaluatedAt())));
    recommendation.setTrigger(cause.trigger());
    recommendation.setTriggerKey(cause.key());
    continueHistory(recommendation, last);
    EncodedRecord encoded = encoding.encode(recommendation);
    return new Scored(Outcome.of(recommendation, encoding.digest()), encoded);
  }

  private static void continueHistory(Recommendation recommendation, @Nullable Outcome last) {
    if (last == null) {
      return;
    }
    if (last.verdict() != recommendation.getVerdict()) {
      recommendation.setPreviousVerdict(last.verdict());
      return;
    }
    recommendation.setPreviousVerdict(last.previousVerdict());
    recommendation.setVerdictSince(Instant.ofEpochMilli(last.verdictSince()));
  }
}

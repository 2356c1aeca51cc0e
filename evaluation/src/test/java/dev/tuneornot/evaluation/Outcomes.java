package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What section 9 calls the outcome, written out field by field, to hold the digest against. */
final class Outcomes {
  private Outcomes() {}

  /** A copy without all that two recommendations of the same outcome may differ in. */
  static Recommendation of(Recommendation recommendation) {
    Recommendation outcome = Recommendation.newBuilder(recommendation).build();
    outcome.setEvaluatedAt(Instant.EPOCH);
    outcome.setUsageSource(null);
    outcome.setUsageWindowEnd(null);
    outcome.setTrigger(Trigger.PROPOSAL);
    outcome.setTriggerKey("");
    outcome.setPreviousVerdict(null);
    outcome.setVerdictSince(Instant.EPOCH);
    outcome.setNetBenefit(null);
    outcome.setRoi(null);
    withoutNetBenefit(outcome.getWorstCase());
    withoutNetBenefit(outcome.getBestCase());
    for (CandidateEvaluation candidate : outcome.getCandidates()) {
      candidate.setMonthsToRetirement(null);
      candidate.setHorizonMonths(null);
      candidate.setNetBenefit(null);
      candidate.setRoi(null);
      withoutNetBenefit(candidate.getWorstCase());
      withoutNetBenefit(candidate.getBestCase());
    }
    return outcome;
  }

  private static void withoutNetBenefit(@Nullable CandidateCase figures) {
    if (figures != null) {
      figures.setNetBenefit(0.0);
    }
  }
}

package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Recommendation;

/** Why the verdict is what it is (docs/rules.md section 7): a sentence to be read behind it. */
final class VerdictReason {

  private VerdictReason() {}

  static String sentence(Recommendation recommendation) {
    return switch (recommendation.getVerdict()) {
      case GO -> "it pays back in time, and there is nothing to warn of.";
      case CAUTION -> caution(recommendation);
      case NO_GO -> refusal(recommendation);
      case PENDING_PRICE ->
          recommendation.getCandidates().isEmpty()
              ? "no candidate model has been named."
              : "a price is missing; the verdict follows as soon as it is known.";
      case NOT_APPLICABLE -> "tuning is not what is recommended.";
      case OTHER -> "this verdict is newer than this program.";
    };
  }

  private static String caution(Recommendation recommendation) {
    if (recommendation.getBestStatus() == CandidateStatus.NEVER) {
      return "it never pays back; only what the tuned model does better can justify it.";
    }
    if (recommendation.getBestStatus() == CandidateStatus.TOO_SLOW) {
      return "it pays back, but more slowly than the policy allows.";
    }
    if (recommendation.getBestStatus() == CandidateStatus.RETIRES_FIRST) {
      return "the model retires before it has paid back; only what the tuned model does better can"
          + " justify it.";
    }
    return "it pays back in time, but mind the warnings.";
  }

  private static String refusal(Recommendation recommendation) {
    CandidateStatus best = recommendation.getBestStatus();
    if (best == null) {
      return "none of the candidates can be tuned.";
    }
    return best == CandidateStatus.RETIRES_FIRST
        ? "the model retires before it has paid back."
        : "it never pays back, and no need calls for what tuning does better.";
  }
}

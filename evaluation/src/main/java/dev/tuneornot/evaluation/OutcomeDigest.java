package dev.tuneornot.evaluation;

import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TraceStep;
import java.util.List;

/**
 * Tells outcomes apart (section 9) in 16 bytes, so that the last one need not be kept.
 *
 * <p>Left out are evaluatedAt, validUntil, trigger, triggerKey and E13 to E16, as the rules say.
 * previousVerdict and verdictSince are left out as well, so that it does not matter whether the
 * history has been put in yet: they follow from the verdicts before, and a verdict that changes
 * changes the digest anyway. Field by field rather than by the schema, which takes twice as long; a
 * test finds the field that is forgotten.
 *
 * <p>Not cryptographic: who crafts a collision hides a change of their own recommendation.
 */
public final class OutcomeDigest {
  /** Those that are neither texts nor lists, and sizes of lists. */
  private static final int WORDS_OF_VALUES = 16;

  private static final int STEPS_IN_A_WORD = 4;
  private static final int WORDS_OF_AN_APPROACH = 2;
  private static final int WORDS_OF_A_CANDIDATE = 17;

  private OutcomeDigest() {}

  /** Equal for two recommendations if, and but for chance only if, they have the same outcome. */
  public static byte[] of(Recommendation recommendation) {
    long[] words = new long[mostWordsOf(recommendation)];
    int at = putDecision(words, 0, recommendation);
    at = putAssessment(words, at, recommendation);
    at = putBest(words, at, recommendation);
    at = putCandidates(words, at, recommendation.getCandidates());
    return MurmurHash.digest(words, at);
  }

  /** Room enough; of the texts and lists it depends on their lengths. */
  private static int mostWordsOf(Recommendation recommendation) {
    int most =
        WORDS_OF_VALUES
            + OutcomeWords.mostOf(recommendation.getProposalId())
            + OutcomeWords.mostOf(recommendation.getPortfolio())
            + OutcomeWords.mostOf(recommendation.getTitle())
            + OutcomeWords.mostOf(recommendation.getPolicyVersion())
            + OutcomeWords.mostOf(recommendation.getRulesVersion())
            + OutcomeWords.mostOf(recommendation.getBestModel())
            + OutcomeWords.mostOf(recommendation.getSignals())
            + OutcomeWords.mostOf(recommendation.getWarnings())
            + OutcomeWords.mostOf(recommendation.getRisks())
            + OutcomeWords.mostOf(recommendation.getNextSteps())
            + 1
            + recommendation.getTrace().size() / STEPS_IN_A_WORD;
    List<ApproachAssessment> approaches = recommendation.getAssessment();
    for (int i = 0; i < approaches.size(); i++) {
      most += WORDS_OF_AN_APPROACH + OutcomeWords.mostOf(approaches.get(i).getUnserved());
    }
    List<CandidateEvaluation> candidates = recommendation.getCandidates();
    for (int i = 0; i < candidates.size(); i++) {
      most += WORDS_OF_A_CANDIDATE + OutcomeWords.mostOf(candidates.get(i).getModelId());
    }
    return most;
  }

  private static int putDecision(long[] words, int start, Recommendation recommendation) {
    int at = OutcomeWords.text(words, start, recommendation.getProposalId());
    at = OutcomeWords.text(words, at, recommendation.getPortfolio());
    at = OutcomeWords.text(words, at, recommendation.getTitle());
    at = OutcomeWords.text(words, at, recommendation.getPolicyVersion());
    at = OutcomeWords.text(words, at, recommendation.getRulesVersion());
    words[at++] =
        OutcomeWords.symbol(recommendation.getDecision()) << 24
            | OutcomeWords.symbol(recommendation.getLeaf()) << 16
            | OutcomeWords.symbol(recommendation.getVerdict()) << 8
            | OutcomeWords.symbol(recommendation.getOpenQuestion());
    return putTrace(words, at, recommendation.getTrace());
  }

  private static int putTrace(long[] words, int start, List<TraceStep> trace) {
    int size = trace.size();
    int at = OutcomeWords.number(words, start, size);
    long word = 0;
    for (int i = 0; i < size; i++) {
      TraceStep step = trace.get(i);
      word =
          word << 16
              | OutcomeWords.symbol(step.getQuestion()) << 8
              | OutcomeWords.symbol(step.getAnswer());
      if (i % STEPS_IN_A_WORD == STEPS_IN_A_WORD - 1) {
        words[at++] = word;
        word = 0;
      }
    }
    words[at] = word;
    return at + 1;
  }

  private static int putAssessment(long[] words, int start, Recommendation recommendation) {
    int at = OutcomeWords.number(words, start, recommendation.getMissingExamples());
    List<ApproachAssessment> approaches = recommendation.getAssessment();
    int size = approaches.size();
    words[at++] =
        (long) size << 32
            | OutcomeWords.symbol(recommendation.getDataBand()) << 8
            | OutcomeWords.symbol(recommendation.getAssessmentLeader());
    for (int i = 0; i < size; i++) {
      ApproachAssessment approach = approaches.get(i);
      words[at++] =
          OutcomeWords.symbol(approach.getApproach()) << 8 | (approach.getEligible() ? 1 : 0);
      words[at++] = (long) approach.getServed() << 32 | approach.getBest();
      at = OutcomeWords.symbols(words, at, approach.getUnserved());
    }
    at = OutcomeWords.symbols(words, at, recommendation.getSignals());
    at = OutcomeWords.symbols(words, at, recommendation.getWarnings());
    at = OutcomeWords.symbols(words, at, recommendation.getRisks());
    at = OutcomeWords.symbols(words, at, recommendation.getNextSteps());
    return at;
  }

  private static int putBest(long[] words, int start, Recommendation recommendation) {
    int at = OutcomeWords.text(words, start, recommendation.getBestModel());
    words[at++] = OutcomeWords.symbol(recommendation.getBestStatus());
    at = OutcomeWords.figure(words, at, recommendation.getUpfrontCost());
    at = OutcomeWords.figure(words, at, recommendation.getMonthlySavings());
    at = OutcomeWords.figure(words, at, recommendation.getPaybackMonths());
    at = OutcomeWords.count(words, at, recommendation.getBreakevenRequests());
    at = OutcomeWords.count(words, at, recommendation.getMinimumMonthlyRequests());
    at = OutcomeWords.figure(words, at, recommendation.getBaselinePriceMargin());
    return at;
  }

  private static int putCandidates(long[] words, int start, List<CandidateEvaluation> candidates) {
    int at = OutcomeWords.number(words, start, candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      at = putCandidate(words, at, candidates.get(i));
    }
    return at;
  }

  private static int putCandidate(long[] words, int start, CandidateEvaluation candidate) {
    int at = OutcomeWords.text(words, start, candidate.getModelId());
    words[at++] = OutcomeWords.symbol(candidate.getStatus());
    at = OutcomeWords.figure(words, at, candidate.getBaselineCostPerRequest());
    at = OutcomeWords.figure(words, at, candidate.getTunedCostPerRequest());
    at = OutcomeWords.figure(words, at, candidate.getSavingsPerRequest());
    at = OutcomeWords.figure(words, at, candidate.getTrainingTokens());
    at = OutcomeWords.figure(words, at, candidate.getTrainingCost());
    at = OutcomeWords.figure(words, at, candidate.getUpfrontCost());
    at = OutcomeWords.figure(words, at, candidate.getMonthlyFixedCost());
    at = OutcomeWords.figure(words, at, candidate.getMonthlyRetrainingCost());
    at = OutcomeWords.figure(words, at, candidate.getMonthlySavings());
    at = OutcomeWords.figure(words, at, candidate.getPaybackMonths());
    at = OutcomeWords.count(words, at, candidate.getBreakevenRequests());
    at = OutcomeWords.count(words, at, candidate.getGuideBreakevenRequests());
    at = OutcomeWords.figure(words, at, candidate.getBaselineLatencyMs());
    at = OutcomeWords.figure(words, at, candidate.getTunedLatencyMs());
    at = OutcomeWords.count(words, at, candidate.getMinimumMonthlyRequests());
    at = OutcomeWords.figure(words, at, candidate.getBaselinePriceMargin());
    return at;
  }
}

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
  private OutcomeDigest() {}

  /** Equal for two recommendations if, and but for chance only if, they have the same outcome. */
  public static byte[] of(Recommendation recommendation) {
    OutcomeHash hash = new OutcomeHash();
    putDecision(hash, recommendation);
    putAssessment(hash, recommendation);
    putBest(hash, recommendation);
    putCandidates(hash, recommendation.getCandidates());
    return hash.digest();
  }

  private static void putDecision(OutcomeHash hash, Recommendation recommendation) {
    hash.text(recommendation.getProposalId());
    hash.text(recommendation.getPortfolio());
    hash.text(recommendation.getTitle());
    hash.text(recommendation.getPolicyVersion());
    hash.text(recommendation.getRulesVersion());
    hash.symbol(recommendation.getDecision());
    hash.symbol(recommendation.getLeaf());
    hash.symbol(recommendation.getVerdict());
    hash.symbol(recommendation.getOpenQuestion());
    List<TraceStep> trace = recommendation.getTrace();
    hash.size(trace);
    for (int i = 0; i < trace.size(); i++) {
      hash.symbol(trace.get(i).getQuestion());
      hash.symbol(trace.get(i).getAnswer());
    }
  }

  private static void putAssessment(OutcomeHash hash, Recommendation recommendation) {
    hash.symbol(recommendation.getDataBand());
    hash.number(recommendation.getMissingExamples());
    List<ApproachAssessment> approaches = recommendation.getAssessment();
    hash.size(approaches);
    for (int i = 0; i < approaches.size(); i++) {
      ApproachAssessment approach = approaches.get(i);
      hash.symbol(approach.getApproach());
      hash.number(approach.getServed());
      hash.number(approach.getBest());
      hash.symbols(approach.getUnserved());
      hash.number(approach.getEligible() ? 1 : 0);
    }
    hash.symbol(recommendation.getAssessmentLeader());
    hash.symbols(recommendation.getSignals());
    hash.symbols(recommendation.getWarnings());
    hash.symbols(recommendation.getRisks());
    hash.symbols(recommendation.getNextSteps());
  }

  private static void putBest(OutcomeHash hash, Recommendation recommendation) {
    hash.text(recommendation.getBestModel());
    hash.symbol(recommendation.getBestStatus());
    hash.figure(recommendation.getUpfrontCost());
    hash.figure(recommendation.getMonthlySavings());
    hash.figure(recommendation.getPaybackMonths());
    hash.count(recommendation.getBreakevenRequests());
    hash.count(recommendation.getMinimumMonthlyRequests());
    hash.figure(recommendation.getBaselinePriceMargin());
  }

  private static void putCandidates(OutcomeHash hash, List<CandidateEvaluation> candidates) {
    hash.size(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      putCandidate(hash, candidates.get(i));
    }
  }

  private static void putCandidate(OutcomeHash hash, CandidateEvaluation candidate) {
    hash.text(candidate.getModelId());
    hash.symbol(candidate.getStatus());
    hash.figure(candidate.getBaselineCostPerRequest());
    hash.figure(candidate.getTunedCostPerRequest());
    hash.figure(candidate.getSavingsPerRequest());
    hash.figure(candidate.getTrainingTokens());
    hash.figure(candidate.getTrainingCost());
    hash.figure(candidate.getUpfrontCost());
    hash.figure(candidate.getMonthlyFixedCost());
    hash.figure(candidate.getMonthlyRetrainingCost());
    hash.figure(candidate.getMonthlySavings());
    hash.figure(candidate.getPaybackMonths());
    hash.count(candidate.getBreakevenRequests());
    hash.count(candidate.getGuideBreakevenRequests());
    hash.figure(candidate.getBaselineLatencyMs());
    hash.figure(candidate.getTunedLatencyMs());
    hash.count(candidate.getMinimumMonthlyRequests());
    hash.figure(candidate.getBaselinePriceMargin());
  }
}

package dev.tuneornot.evaluation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a proposal, the prices and a policy to a recommendation (sections 2 to 9). */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Evaluates a proposal as of an instant.
   *
   * <p>A single evaluation knows no history: the trigger is the proposal itself, previousVerdict is
   * null and verdictSince the instant; who knows better sets these afterwards.
   *
   * @param proposal valid, see {@link dev.tuneornot.evaluation}
   * @param prices valid
   * @param policy valid; {@link Policies#inForce} tells which
   * @param at to the millisecond, finer parts are cut off
   * @return a new record; its lists may be immutable, and the entries of trace and assessment are
   *     shared with other recommendations, so neither is to be changed
   */
  public static Recommendation evaluate(
      Proposal proposal, PriceBook prices, Policy policy, Instant at) {
    long now = at.toEpochMilli();
    ModelPricing baseline =
        proposal.getBaselineModel() == null ? null : prices.find(proposal.getBaselineModel());
    @Nullable ModelPricing[] candidatePrices = find(prices, proposal.getCandidateModels());
    List<CandidateEvaluation> candidates =
        evaluateCandidates(proposal, policy, baseline, candidatePrices, now);
    int bestIndex = BestCandidate.indexIn(candidates, policy);
    CandidateEvaluation best = bestIndex == BestCandidate.NONE ? null : candidates.get(bestIndex);
    ModelPricing bestPrices = best == null ? null : candidatePrices[bestIndex];

    NeedSet needs = NeedSet.of(proposal.getNeeds());
    Answer qualityData = DecisionTree.qualityData(proposal.getTrainingData(), policy);
    DecisionTree path = DecisionTree.walk(proposal, qualityData, needs);
    List<Warning> warnings =
        Warnings.of(proposal, path.decision(), needs, policy, bestPrices, baseline, now);
    Verdict verdict =
        VerdictRule.verdict(
            path.decision(), candidates, best == null ? null : best.getStatus(), needs, warnings);

    Recommendation recommendation = new Recommendation();
    describe(recommendation, proposal, policy, at);
    explain(recommendation, proposal, policy, path, needs, qualityData);
    recommendation.setWarnings(warnings);
    recommendation.setVerdict(verdict);
    recommendation.setCandidates(candidates);
    if (best != null) {
      raise(recommendation, best);
    }
    recommendation.setValidUntil(
        Validity.until(now, policy, baseline, candidatePrices, candidates));
    return recommendation;
  }

  private static @Nullable ModelPricing[] find(PriceBook prices, List<String> models) {
    @Nullable ModelPricing[] found = new ModelPricing[models.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = prices.find(models.get(i));
    }
    return found;
  }

  private static List<CandidateEvaluation> evaluateCandidates(
      Proposal proposal,
      Policy policy,
      @Nullable ModelPricing baseline,
      @Nullable ModelPricing[] prices,
      long now) {
    if (prices.length == 0) {
      return List.of();
    }
    CandidateEconomics economics = new CandidateEconomics(proposal, policy, baseline, now);
    List<CandidateEvaluation> candidates = new ArrayList<>(prices.length);
    for (int i = 0; i < prices.length; i++) {
      candidates.add(economics.evaluate(proposal.getCandidateModels().get(i), prices[i]));
    }
    return candidates;
  }

  private static void describe(
      Recommendation recommendation, Proposal proposal, Policy policy, Instant at) {
    recommendation.setProposalId(proposal.getProposalId());
    recommendation.setPortfolio(proposal.getPortfolio());
    recommendation.setTitle(proposal.getTitle());
    recommendation.setEvaluatedAt(at);
    recommendation.setPolicyVersion(policy.getVersion());
    recommendation.setRulesVersion(Rules.VERSION);
    recommendation.setTrigger(Trigger.PROPOSAL);
    recommendation.setTriggerKey(proposal.getProposalId());
    recommendation.setVerdictSince(at);
  }

  private static void explain(
      Recommendation recommendation,
      Proposal proposal,
      Policy policy,
      DecisionTree path,
      NeedSet needs,
      Answer qualityData) {
    int examples = proposal.getTrainingData().getExamples();
    QuickAssessment assessment = QuickAssessment.of(needs, qualityData);
    recommendation.setDecision(path.decision());
    recommendation.setLeaf(path.leaf());
    recommendation.setOpenQuestion(path.openQuestion());
    recommendation.setTrace(path.trace());
    recommendation.setDataBand(DataBands.of(examples, policy));
    recommendation.setMissingExamples(DataBands.missingExamples(examples, policy));
    recommendation.setAssessment(assessment.approaches());
    recommendation.setAssessmentLeader(assessment.leader());
    recommendation.setSignals(Signals.of(needs, proposal.getWorkload(), policy));
    recommendation.setRisks(Risks.of(path.leaf(), examples, needs, policy));
    recommendation.setNextSteps(NextSteps.of(path.decision(), proposal, needs, policy));
  }

  /** Puts the best candidate's figures at the top level. */
  private static void raise(Recommendation recommendation, CandidateEvaluation best) {
    recommendation.setBestModel(best.getModelId());
    recommendation.setBestStatus(best.getStatus());
    recommendation.setUpfrontCost(best.getUpfrontCost());
    recommendation.setMonthlySavings(best.getMonthlySavings());
    recommendation.setPaybackMonths(best.getPaybackMonths());
    recommendation.setBreakevenRequests(best.getBreakevenRequests());
    recommendation.setNetBenefit(best.getNetBenefit());
    recommendation.setRoi(best.getRoi());
    recommendation.setMinimumMonthlyRequests(best.getMinimumMonthlyRequests());
    recommendation.setBaselinePriceMargin(best.getBaselinePriceMargin());
  }
}

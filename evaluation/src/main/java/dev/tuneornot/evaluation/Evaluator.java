package dev.tuneornot.evaluation;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a proposal, its usage, the prices and a policy to a recommendation (sections 1 to 9). */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Evaluates a proposal as of an instant.
   *
   * <p>A single evaluation knows no history: the trigger is the proposal itself, previousVerdict is
   * null and verdictSince the instant; who knows better sets these afterwards.
   *
   * @param proposal valid, see {@link dev.tuneornot.evaluation}
   * @param usage valid, the proposal's usage in force; null where none is
   * @param prices valid
   * @param policy valid; {@link Policies#inForce} tells which
   * @param at to the millisecond, finer parts are cut off
   * @return a new record; its lists may be immutable, and the entries of trace and assessment are
   *     shared with other recommendations, so neither is to be changed
   */
  public static Recommendation evaluate(
      Proposal proposal, @Nullable Usage usage, PriceBook prices, Policy policy, Instant at) {
    long now = at.toEpochMilli();
    NeedSet needs = NeedSet.of(proposal.getNeeds());
    Answer qualityData = DecisionTree.qualityData(proposal, policy);
    DecisionTree path = DecisionTree.walk(proposal, qualityData, needs);
    int retrievalTokens = retrievalTokens(proposal, path.decision());
    EffectiveWorkload workload = MeasuredUsage.effective(proposal, usage, retrievalTokens);
    Demand demand = Demand.of(workload, proposal.getWorkload(), usage, retrievalTokens);

    NamedModels models = NamedModels.of(proposal, prices, policy, now);
    Alternatives alternatives =
        Alternatives.compare(models.alternatives(), models.baseline(), demand, policy, now);
    ModelPrices reference =
        alternatives.best() == Alternatives.NONE
            ? models.baseline()
            : models.alternatives()[alternatives.best()];
    List<CandidateEvaluation> candidates =
        evaluateCandidates(proposal, policy, demand, models.candidates(), reference, now);
    int bestIndex = BestCandidate.indexIn(candidates);
    Best best =
        bestIndex == BestCandidate.NONE
            ? null
            : Best.of(proposal, candidates, models.candidates(), reference, bestIndex);
    List<Warning> warnings = Warnings.of(proposal, path.decision(), needs, policy, best, now);
    Verdict verdict =
        VerdictRule.verdict(path.decision(), candidates, best, needs, warnings, policy, now);

    Recommendation recommendation = new Recommendation();
    describe(recommendation, proposal, policy, at);
    explain(recommendation, proposal, policy, path, needs, qualityData);
    recommendation.setSignals(Signals.of(needs, demand, policy));
    recommendation.setWarnings(warnings);
    recommendation.setVerdict(verdict);
    recommendation.setNextSteps(
        NextSteps.of(
            path.decision(), proposal, needs, policy, switches(alternatives, proposal, verdict)));
    recommendation.setWorkload(workload);
    if (usage != null) {
      recommendation.setUsageSource(usage.getSource());
      recommendation.setUsageWindowEnd(usage.getWindowEnd());
    }
    compare(recommendation, alternatives, reference);
    Options.of(proposal, demand, reference, best, policy, now).putInto(recommendation, proposal);
    recommendation.setCandidates(candidates);
    if (best != null) {
      raise(recommendation, best.evaluation());
    }
    recommendation.setValidUntil(
        Validity.until(now, policy, models, reference, candidates, bestIndex));
    return recommendation;
  }

  /** Rt: where retrieval is part of the decision, both ways need it. */
  private static int retrievalTokens(Proposal proposal, Decision decision) {
    Retrieval retrieval = proposal.getRetrieval();
    return decision == Decision.FINE_TUNE_WITH_RAG && retrieval != null ? retrieval.getTokens() : 0;
  }

  private static List<CandidateEvaluation> evaluateCandidates(
      Proposal proposal,
      Policy policy,
      Demand demand,
      ModelPrices[] models,
      @Nullable ModelPrices reference,
      long now) {
    if (models.length == 0) {
      return List.of();
    }
    CandidateEconomics economics = new CandidateEconomics(proposal, policy, demand, reference, now);
    List<CandidateEvaluation> candidates = new ArrayList<>(models.length);
    for (int i = 0; i < models.length; i++) {
      candidates.add(economics.evaluate(models[i], Best.isLive(proposal, i)));
    }
    return candidates;
  }

  /** N14: what is live and worth keeping is not switched. */
  private static boolean switches(Alternatives alternatives, Proposal proposal, Verdict verdict) {
    boolean keeps =
        proposal.getStage() == Stage.LIVE && (verdict == Verdict.GO || verdict == Verdict.CAUTION);
    return alternatives.best() != Alternatives.NONE && !keeps;
  }

  private static void describe(
      Recommendation recommendation, Proposal proposal, Policy policy, Instant at) {
    recommendation.setProposalId(proposal.getProposalId());
    recommendation.setPortfolio(proposal.getPortfolio());
    recommendation.setTitle(proposal.getTitle());
    recommendation.setStage(proposal.getStage());
    recommendation.setNeeds(proposal.getNeeds());
    recommendation.setBaselineModel(proposal.getBaselineModel());
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
    recommendation.setRisks(Risks.of(path.leaf(), examples, needs, policy));
  }

  private static void compare(
      Recommendation recommendation, Alternatives alternatives, @Nullable ModelPrices reference) {
    recommendation.setReferenceModel(reference == null ? null : reference.modelId());
    recommendation.setAlternatives(alternatives.evaluations());
    AlternativeEvaluation best = alternatives.bestEvaluation();
    if (best != null) {
      recommendation.setBestAlternative(best.getModelId());
      recommendation.setSwitchSavings(best.getMonthlySavings());
    }
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
    recommendation.setWorstCase(best.getWorstCase());
    recommendation.setBestCase(best.getBestCase());
  }
}

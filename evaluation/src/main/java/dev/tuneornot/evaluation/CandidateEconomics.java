package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.boxed;
import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import org.jspecify.annotations.Nullable;

/**
 * The economics of a proposal's candidates at an instant (section 5, E1 to E18). The order of
 * operations is that of the rules, so that every figure is the same to the last bit everywhere.
 */
final class CandidateEconomics {
  private final Proposal proposal;
  private final Policy policy;
  private final Demand demand;
  private final @Nullable ModelPrices reference;
  private final long now;

  // The same for every candidate, boxed once for all of them.
  private final Double trainingTokens;
  private final Double baselineLatencyMs;
  private final Double tunedLatencyMs;
  private final Double policyHorizonMonths;
  private final @Nullable Double baselineCostPerRequest;

  /**
   * @param reference what tuning is compared with, null where there is nothing
   */
  CandidateEconomics(
      Proposal proposal, Policy policy, Demand demand, @Nullable ModelPrices reference, long now) {
    this.proposal = proposal;
    this.policy = policy;
    this.demand = demand;
    this.reference = reference;
    this.now = now;
    this.trainingTokens = boxed(TrainingCosts.tokens(proposal.getTrainingData()));
    this.baselineLatencyMs = boxed(latencyMs(demand.untunedPromptTokens()));
    this.tunedLatencyMs = boxed(latencyMs(demand.tunedPromptTokens()));
    this.policyHorizonMonths = policy.getHorizonMonths();
    this.baselineCostPerRequest = // E2
        reference == null || !reference.isPriced()
            ? null
            : boxed(RequestCosts.untuned(reference, demand, demand.untunedPromptTokens()));
  }

  /**
   * @param live whether it is the live candidate
   */
  CandidateEvaluation evaluate(ModelPrices candidate, boolean live) {
    CandidateEvaluation evaluation = new CandidateEvaluation();
    evaluation.setModelId(candidate.modelId());
    CandidateStatus obstacle = Availability.obstacle(candidate, reference, proposal, live, now);
    if (obstacle != null) {
      evaluation.setStatus(obstacle);
      return evaluation;
    }
    compute(evaluation, candidate, live);
    return evaluation;
  }

  private void compute(CandidateEvaluation evaluation, ModelPrices candidate, boolean live) {
    Costs costs = proposal.getCosts();
    double baselineCost = baselineCostPerRequest;
    double tunedCost = RequestCosts.tuned(candidate, demand, demand.tunedPromptTokens()); // E3
    evaluation.setBaselineCostPerRequest(baselineCostPerRequest);
    evaluation.setTunedCostPerRequest(boxed(tunedCost));
    evaluation.setSavingsPerRequest(boxed(figure(baselineCost - tunedCost))); // E4

    double trainingCost =
        TrainingCosts.training(proposal.getTrainingData(), trainingTokens, candidate);
    evaluation.setTrainingTokens(trainingTokens);
    evaluation.setTrainingCost(boxed(trainingCost));
    evaluation.setUpfrontCost(boxed(TrainingCosts.upfront(trainingCost, costs, live)));
    evaluation.setMonthlyFixedCost(boxed(fixedCost(candidate)));
    evaluation.setMonthlyRetrainingCost(
        boxed(TrainingCosts.monthlyRetraining(trainingCost, costs)));

    overMonths(evaluation);
    overHorizon(evaluation, CandidateDates.end(candidate, reference));
    evaluation.setGuideBreakevenRequests(guideBreakevenRequests(candidate));
    evaluation.setBaselineLatencyMs(baselineLatencyMs);
    evaluation.setTunedLatencyMs(tunedLatencyMs);
    evaluation.setStatus(
        Payback.status(evaluation.getPaybackMonths(), evaluation.getMonthsToRetirement(), policy));
    CandidateCases.add(evaluation, demand, costs.getOverrun(), policy);
  }

  /** E8. */
  private static double fixedCost(ModelPrices candidate) {
    Tuning tuning = candidate.tuning();
    return figure(
        candidate.paid(tuning.getHostingPerHour()) * Hosting.HOURS_PER_MONTH
            + candidate.paid(tuning.getStoragePerMonth()));
  }

  private void overMonths(CandidateEvaluation evaluation) {
    double requests = demand.requests();
    double savings = evaluation.getSavingsPerRequest();
    double upfrontCost = evaluation.getUpfrontCost();
    double fixedCost = evaluation.getMonthlyFixedCost();
    double retrainingCost = evaluation.getMonthlyRetrainingCost();
    double monthlySavings = figure(requests * savings - fixedCost - retrainingCost); // E10
    evaluation.setMonthlySavings(boxed(monthlySavings));
    evaluation.setPaybackMonths(Payback.months(upfrontCost, monthlySavings));
    if (monthlySavings > 0) {
      evaluation.setBreakevenRequests( // E12
          WholeNumbers.ceil(upfrontCost / (monthlySavings / requests)));
    }
    double required = Sensitivity.required(upfrontCost, fixedCost, retrainingCost, policy);
    evaluation.setMinimumMonthlyRequests(Sensitivity.minimumMonthlyRequests(required, savings));
    evaluation.setBaselinePriceMargin(
        Sensitivity.baselinePriceMargin(
            required, requests, evaluation.getTunedCostPerRequest(), baselineCostPerRequest));
  }

  private void overHorizon(CandidateEvaluation evaluation, long retirement) {
    double upfrontCost = evaluation.getUpfrontCost();
    double horizonMonths = policyHorizonMonths;
    evaluation.setHorizonMonths(policyHorizonMonths);
    if (retirement != EpochMillis.NEVER) {
      double left =
          figure((double) EpochMillis.between(now, retirement) / EpochMillis.MONTH); // E13
      evaluation.setMonthsToRetirement(boxed(left));
      if (left < horizonMonths) { // E14
        horizonMonths = left;
        evaluation.setHorizonMonths(evaluation.getMonthsToRetirement());
      }
    }
    double netBenefit = figure(evaluation.getMonthlySavings() * horizonMonths - upfrontCost); // E15
    evaluation.setNetBenefit(boxed(netBenefit));
    if (upfrontCost != 0) {
      evaluation.setRoi(boxed(figure(netBenefit / upfrontCost))); // E16
    }
  }

  /** E17. */
  private @Nullable Long guideBreakevenRequests(ModelPrices candidate) {
    TrainingData data = proposal.getTrainingData();
    Double trainingPerMTok = candidate.tuning().getTrainingPerMTok();
    double removedCost =
        demand.removableTokens() * reference.paid(reference.period().getInputPerMTok());
    if (trainingPerMTok == null || removedCost == 0) {
      return null;
    }
    return WholeNumbers.floor(
        (double) data.getExamples()
            * data.getAvgTokensPerExample()
            / RequestCosts.TOKENS_PER_PRICE
            * candidate.paid(trainingPerMTok)
            / (removedCost / RequestCosts.TOKENS_PER_PRICE));
  }

  /** E18. */
  private double latencyMs(double promptTokens) {
    return figure(policy.getLatencyBaseMs() + policy.getLatencyPerTokenMs() * promptTokens);
  }
}

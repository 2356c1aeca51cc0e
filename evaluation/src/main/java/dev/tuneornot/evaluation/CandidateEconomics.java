package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.boxed;
import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The economics of a proposal's candidates at an instant (section 5, E1 to E18). The order of
 * operations is that of the rules, so that every figure is the same to the last bit everywhere.
 */
final class CandidateEconomics {
  private static final double HOURS_PER_MONTH = 730;

  private final Proposal proposal;
  private final Policy policy;
  private final @Nullable ModelPricing baseline;
  private final @Nullable PricePeriod baselinePeriod;
  private final long now;

  // The same for every candidate, boxed once for all of them.
  private final Double trainingTokens;
  private final Double baselineLatencyMs;
  private final Double tunedLatencyMs;
  private final Double policyHorizonMonths;
  private final @Nullable Double baselineCostPerRequest;

  CandidateEconomics(Proposal proposal, Policy policy, @Nullable ModelPricing baseline, long now) {
    Workload workload = proposal.getWorkload();
    this.proposal = proposal;
    this.policy = policy;
    this.baseline = baseline;
    this.baselinePeriod = PricePeriods.inForce(baseline, now);
    this.now = now;
    this.trainingTokens = boxed(TrainingCosts.tokens(proposal.getTrainingData()));
    this.baselineLatencyMs = boxed(latencyMs(workload.getPromptTokens()));
    this.tunedLatencyMs = boxed(latencyMs(RequestCosts.remainingTokens(workload)));
    this.policyHorizonMonths = policy.getHorizonMonths();
    this.baselineCostPerRequest = baselineCostPerRequest(workload, baselinePeriod);
  }

  /**
   * @param candidate the candidate's prices, null where none are known
   */
  CandidateEvaluation evaluate(String modelId, @Nullable ModelPricing candidate) {
    CandidateEvaluation evaluation = new CandidateEvaluation();
    evaluation.setModelId(modelId);
    PricePeriod period = PricePeriods.inForce(candidate, now);
    CandidateStatus obstacle =
        Availability.obstacle(
            candidate, period, baseline, baselinePeriod, proposal.getTrainingData(), now);
    if (obstacle != null) {
      evaluation.setStatus(obstacle);
      return evaluation;
    }
    compute(evaluation, period.getTuning(), Retirement.earlier(candidate, baseline));
    return evaluation;
  }

  private void compute(CandidateEvaluation evaluation, Tuning tuning, long retirement) {
    Workload workload = proposal.getWorkload();
    Costs costs = proposal.getCosts();
    double baselineCost = baselineCostPerRequest;
    double tunedCost = RequestCosts.tuned(workload, tuning);
    double savings = figure(baselineCost - tunedCost); // E4
    evaluation.setBaselineCostPerRequest(baselineCostPerRequest);
    evaluation.setTunedCostPerRequest(boxed(tunedCost));
    evaluation.setSavingsPerRequest(boxed(savings));

    double trainingCost =
        TrainingCosts.training(proposal.getTrainingData(), trainingTokens, tuning);
    double upfrontCost = TrainingCosts.upfront(trainingCost, costs);
    evaluation.setTrainingTokens(trainingTokens);
    evaluation.setTrainingCost(boxed(trainingCost));
    evaluation.setUpfrontCost(boxed(upfrontCost));

    double requests = workload.getRequestsPerMonth();
    double fixedCost = // E8
        figure(tuning.getHostingPerHour() * HOURS_PER_MONTH + tuning.getStoragePerMonth());
    double retrainingCost = TrainingCosts.monthlyRetraining(trainingCost, costs);
    double monthlySavings = figure(requests * savings - fixedCost - retrainingCost); // E10
    evaluation.setMonthlyFixedCost(boxed(fixedCost));
    evaluation.setMonthlyRetrainingCost(boxed(retrainingCost));
    evaluation.setMonthlySavings(boxed(monthlySavings));
    if (monthlySavings > 0) {
      evaluation.setPaybackMonths(boxed(figure(upfrontCost / monthlySavings))); // E11
      evaluation.setBreakevenRequests( // E12
          WholeNumbers.ceil(upfrontCost / (monthlySavings / requests)));
    }

    overHorizon(evaluation, upfrontCost, monthlySavings, retirement);
    evaluation.setGuideBreakevenRequests(guideBreakevenRequests(tuning));
    evaluation.setBaselineLatencyMs(baselineLatencyMs);
    evaluation.setTunedLatencyMs(tunedLatencyMs);

    double required = Sensitivity.required(upfrontCost, fixedCost, retrainingCost, policy);
    evaluation.setMinimumMonthlyRequests(Sensitivity.minimumMonthlyRequests(required, savings));
    evaluation.setBaselinePriceMargin(
        Sensitivity.baselinePriceMargin(required, requests, tunedCost, baselineCost));
    evaluation.setStatus(Payback.status(evaluation, policy));
  }

  private void overHorizon(
      CandidateEvaluation evaluation, double upfrontCost, double monthlySavings, long retirement) {
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
    double netBenefit = figure(monthlySavings * horizonMonths - upfrontCost); // E15
    evaluation.setNetBenefit(boxed(netBenefit));
    if (upfrontCost != 0) {
      evaluation.setRoi(boxed(figure(netBenefit / upfrontCost))); // E16
    }
  }

  /** E2; null where the baseline's price is not known. */
  private static @Nullable Double baselineCostPerRequest(
      Workload workload, @Nullable PricePeriod prices) {
    return prices == null || !Availability.isPriced(prices)
        ? null
        : boxed(RequestCosts.baseline(workload, prices));
  }

  /** E17. */
  private @Nullable Long guideBreakevenRequests(Tuning tuning) {
    TrainingData data = proposal.getTrainingData();
    double removedCost =
        proposal.getWorkload().getRemovableTokens() * baselinePeriod.getInputPerMTok();
    if (tuning.getTrainingPerMTok() == null || removedCost == 0) {
      return null;
    }
    return WholeNumbers.floor(
        (double) data.getExamples()
            * data.getAvgTokensPerExample()
            / RequestCosts.TOKENS_PER_PRICE
            * tuning.getTrainingPerMTok()
            / (removedCost / RequestCosts.TOKENS_PER_PRICE));
  }

  /** E18. */
  private double latencyMs(double promptTokens) {
    return figure(policy.getLatencyBaseMs() + policy.getLatencyPerTokenMs() * promptTokens);
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Policy;

/** What becomes of a candidate at the ends of the range that is expected (section 5, F4). */
final class CandidateCases {
  private CandidateCases() {}

  /**
   * Puts worstCase and bestCase into a computed candidate, where a range is given.
   *
   * @param overrun share by which the upfront cost may turn out higher
   */
  static void add(CandidateEvaluation candidate, Demand demand, double overrun, Policy policy) {
    Demand.Range range = demand.range();
    if (range == null && overrun == 0) {
      return;
    }
    double fewest = range == null ? demand.requests() : range.fewestRequests();
    double most = range == null ? demand.requests() : range.mostRequests();
    boolean moreIsBetter = candidate.getSavingsPerRequest() >= 0;
    double worst = moreIsBetter ? fewest : most;
    double best = moreIsBetter ? most : fewest;
    double upfrontCost = candidate.getUpfrontCost();
    double overrunCost = figure(upfrontCost * (1 + overrun));
    candidate.setWorstCase(figures(candidate, worst, overrunCost, policy));
    candidate.setBestCase(figures(candidate, best, upfrontCost, policy));
  }

  private static CandidateCase figures(
      CandidateEvaluation candidate, double requests, double upfrontCost, Policy policy) {
    double monthlySavings =
        figure(
            requests * candidate.getSavingsPerRequest()
                - candidate.getMonthlyFixedCost()
                - candidate.getMonthlyRetrainingCost()); // E10
    CandidateCase figures = new CandidateCase();
    figures.setMonthlySavings(monthlySavings);
    figures.setPaybackMonths(Payback.months(upfrontCost, monthlySavings));
    figures.setNetBenefit( // E15
        figure(monthlySavings * candidate.getHorizonMonths() - upfrontCost));
    figures.setStatus(
        Payback.status(figures.getPaybackMonths(), candidate.getMonthsToRetirement(), policy));
    return figures;
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.boxed;
import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.Policy;
import org.jspecify.annotations.Nullable;

/**
 * How far volume and prices are from the point where tuning pays back in time (section 5, F1 to
 * F3).
 */
final class Sensitivity {
  private Sensitivity() {}

  /** What requests must save a month, in USD (F1). */
  static double required(
      double upfrontCost, double monthlyFixedCost, double monthlyRetrainingCost, Policy policy) {
    return figure(
        upfrontCost / policy.getMaxPaybackMonths() + monthlyFixedCost + monthlyRetrainingCost);
  }

  /** Volume from which on it pays back in time (F2), null unless a request saves something. */
  static @Nullable Long minimumMonthlyRequests(double required, double savingsPerRequest) {
    if (savingsPerRequest <= 0) {
      return null;
    }
    return Math.max(1, WholeNumbers.ceil(required / savingsPerRequest));
  }

  /**
   * Share by which the reference's prices may fall before it stops paying back in time (F3),
   * negative where they would have to rise; null where there are no requests or they cost nothing.
   */
  static @Nullable Double baselinePriceMargin(
      double required,
      double requestsPerMonth,
      double tunedCostPerRequest,
      double baselineCostPerRequest) {
    if (requestsPerMonth == 0 || baselineCostPerRequest == 0) {
      return null;
    }
    return boxed(
        figure(1 - (tunedCostPerRequest + required / requestsPerMonth) / baselineCostPerRequest));
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;

/** What a request costs, in USD (section 5, E1 to E3). */
final class RequestCosts {
  /** Prices are per million tokens. */
  static final double TOKENS_PER_PRICE = 1e6;

  private RequestCosts() {}

  /** E2, at prices whose input and output are known. */
  static double baseline(Workload workload, PricePeriod prices) {
    double input = prices.getInputPerMTok();
    double cachedInput =
        prices.getCachedInputPerMTok() == null ? input : prices.getCachedInputPerMTok();
    double output = prices.getOutputPerMTok();
    double cached = workload.getRemovableTokens() * workload.getCachedShare(); // E1
    return figure(
        ((workload.getPromptTokens() - cached) * input
                + cached * cachedInput
                + workload.getOutputTokens() * output)
            / TOKENS_PER_PRICE);
  }

  /** E3, at prices whose input and output are known. */
  static double tuned(Workload workload, Tuning prices) {
    Integer tunedOutputTokens = workload.getTunedOutputTokens();
    double outputTokens =
        tunedOutputTokens == null ? workload.getOutputTokens() : tunedOutputTokens.doubleValue();
    return figure(
        (remainingTokens(workload) * prices.getInputPerMTok()
                + outputTokens * prices.getOutputPerMTok())
            / TOKENS_PER_PRICE);
  }

  /** Prompt tokens that a tuned model still needs. */
  static double remainingTokens(Workload workload) {
    return (double) workload.getPromptTokens() - workload.getRemovableTokens();
  }
}

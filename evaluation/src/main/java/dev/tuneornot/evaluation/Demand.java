package dev.tuneornot.evaluation;

import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What a month asks of a model, as the formulas of section 5 take it.
 *
 * @param requests V, a month
 * @param fewestRequests the low V of the cases (F4)
 * @param mostRequests the high V of the cases
 * @param ranged whether a low or a high volume is given
 * @param promptTokens P
 * @param removableTokens S
 * @param cachedKeptTokens K
 * @param cachedTokens G
 * @param writtenTokens S * w
 * @param outputTokens O
 * @param tunedOutputTokens O'
 * @param batchShare b
 * @param retrievalTokens Rt
 */
record Demand(
    double requests,
    double fewestRequests,
    double mostRequests,
    boolean ranged,
    double promptTokens,
    double removableTokens,
    double cachedKeptTokens,
    double cachedTokens,
    double writtenTokens,
    double outputTokens,
    double tunedOutputTokens,
    double batchShare,
    double retrievalTokens) {

  /**
   * @param stated the proposal's, whose range counts where no usage is in force
   */
  static Demand of(
      EffectiveWorkload workload, Workload stated, @Nullable Usage usage, int retrievalTokens) {
    double requests = workload.getRequestsPerMonth();
    Long low = usage == null ? stated.getRequestsPerMonthLow() : null;
    Long high = usage == null ? stated.getRequestsPerMonthHigh() : null;
    double prompt = workload.getPromptTokens();
    double removable = workload.getRemovableTokens();
    double cachedKept = (prompt - removable) * workload.getKeptCachedShare(); // K
    double output = workload.getOutputTokens();
    Integer tunedOutput = workload.getTunedOutputTokens();
    return new Demand(
        requests,
        low == null ? requests : low.doubleValue(),
        high == null ? requests : high.doubleValue(),
        low != null || high != null,
        prompt,
        removable,
        cachedKept,
        removable * workload.getCachedShare() + cachedKept, // G
        removable * workload.getCacheWriteShare(),
        output,
        tunedOutput == null ? output : tunedOutput.doubleValue(),
        workload.getBatchShare(),
        retrievalTokens);
  }

  /** P', with what is retrieved where that is part of the decision. */
  double untunedPromptTokens() {
    return promptTokens + retrievalTokens;
  }

  /** P' - S. */
  double tunedPromptTokens() {
    return untunedPromptTokens() - removableTokens;
  }
}

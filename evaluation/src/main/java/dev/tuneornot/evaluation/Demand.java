package dev.tuneornot.evaluation;

import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What a month asks of a model, as the formulas of section 5 take it.
 *
 * @param workload V, P, S, O and b
 * @param range of V, null where none is given
 * @param cachedKeptTokens K
 * @param cachedTokens G
 * @param writtenTokens S * w
 * @param tunedOutputTokens O'
 * @param retrievalTokens Rt
 */
record Demand(
    EffectiveWorkload workload,
    @Nullable Range range,
    double cachedKeptTokens,
    double cachedTokens,
    double writtenTokens,
    double tunedOutputTokens,
    int retrievalTokens) {

  /**
   * The low and the high V of the cases (F4); what is expected where only the other is given.
   *
   * @param fewestRequests a month
   * @param mostRequests a month
   */
  record Range(double fewestRequests, double mostRequests) {}

  /**
   * @param stated the proposal's, whose range counts where no usage is in force
   */
  static Demand of(
      EffectiveWorkload workload, Workload stated, @Nullable Usage usage, int retrievalTokens) {
    double removable = workload.getRemovableTokens();
    double kept = workload.getPromptTokens() - removable;
    double cachedKept = kept * workload.getKeptCachedShare(); // K
    Integer tunedOutput = workload.getTunedOutputTokens();
    return new Demand(
        workload,
        usage == null ? range(stated) : null,
        cachedKept,
        removable * workload.getCachedShare() + cachedKept, // G
        removable * workload.getCacheWriteShare(),
        tunedOutput == null ? workload.getOutputTokens() : tunedOutput,
        retrievalTokens);
  }

  private static @Nullable Range range(Workload stated) {
    Long low = stated.getRequestsPerMonthLow();
    Long high = stated.getRequestsPerMonthHigh();
    if (low == null && high == null) {
      return null;
    }
    double expected = stated.getRequestsPerMonth();
    return new Range(low == null ? expected : low, high == null ? expected : high);
  }

  /** V, a month. */
  double requests() {
    return workload.getRequestsPerMonth();
  }

  /** P. */
  double promptTokens() {
    return workload.getPromptTokens();
  }

  /** S. */
  double removableTokens() {
    return workload.getRemovableTokens();
  }

  /** O. */
  double outputTokens() {
    return workload.getOutputTokens();
  }

  /** b. */
  double batchShare() {
    return workload.getBatchShare();
  }

  /** P', with what is retrieved where that is part of the decision. */
  double untunedPromptTokens() {
    return promptTokens() + retrievalTokens;
  }

  /** P' - S. */
  double tunedPromptTokens() {
    return untunedPromptTokens() - removableTokens();
  }
}

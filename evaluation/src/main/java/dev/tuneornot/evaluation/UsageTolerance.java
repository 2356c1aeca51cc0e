package dev.tuneornot.evaluation;

import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Usage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which newly measured usage a running application takes into account (end of section 1). */
public final class UsageTolerance {
  private UsageTolerance() {}

  /**
   * Whether usage that arrives takes the place of that in force. What does not changes nothing, and
   * is not in force afterwards.
   *
   * @param inForce what was last taken into account, null where none is in force
   * @param received null where the usage was deleted
   * @param policy in force for the proposal
   */
  public static boolean isTakenIntoAccount(
      @Nullable Usage inForce, @Nullable Usage received, Policy policy) {
    if (inForce == null || received == null) {
      return true;
    }
    return !Objects.equals(inForce.getTuned(), received.getTuned())
        || differ(
            (double) MeasuredUsage.requestsPerMonth(inForce),
            (double) MeasuredUsage.requestsPerMonth(received),
            policy)
        || differ(inForce, inForce.getInputTokens(), received, received.getInputTokens(), policy)
        || differ(
            inForce,
            inForce.getCachedInputTokens(),
            received,
            received.getCachedInputTokens(),
            policy)
        || differ(
            inForce,
            inForce.getCacheWriteTokens(),
            received,
            received.getCacheWriteTokens(),
            policy)
        || differ(inForce, inForce.getOutputTokens(), received, received.getOutputTokens(), policy);
  }

  private static boolean differ(Usage one, long ofOne, Usage other, long ofOther, Policy policy) {
    return differ(
        MeasuredUsage.perRequest(ofOne, one), MeasuredUsage.perRequest(ofOther, other), policy);
  }

  private static boolean differ(double one, double other, Policy policy) {
    return Math.abs(one - other) > policy.getUsageTolerance() * Math.max(one, other);
  }
}

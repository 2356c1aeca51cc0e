package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when a recommendation stands, with the same proposal, prices and policy (section 8). */
final class Validity {
  private Validity() {}

  /**
   * The first instant after now at which more may change than figures that shrink with time, null
   * where none is known.
   *
   * @param prices of the candidates, in their order
   */
  static @Nullable Instant until(
      long now,
      Policy policy,
      @Nullable ModelPricing baseline,
      @Nullable ModelPricing[] prices,
      List<CandidateEvaluation> candidates) {
    long until = baseline == null ? EpochMillis.NEVER : ofModel(baseline, policy, now);
    for (int i = 0; i < prices.length; i++) {
      ModelPricing candidate = prices[i];
      if (candidate != null) {
        long retirement = Retirement.earlier(candidate, baseline);
        until = Math.min(until, ofModel(candidate, policy, now));
        until = Math.min(until, ofTuning(candidate, policy, now));
        until = Math.min(until, ofPayback(candidates.get(i), retirement, now));
      }
    }
    return until == EpochMillis.NEVER ? null : Instant.ofEpochMilli(until);
  }

  private static long ofModel(ModelPricing pricing, Policy policy, long now) {
    long observedAt = EpochMillis.orNever(pricing.getObservedAt());
    long stale = EpochMillis.plusDays(observedAt, policy.getStalePriceDays());
    long retired = EpochMillis.orNever(pricing.getRetiresAt());
    return Math.min(
        PricePeriods.nextChange(pricing, now),
        Math.min(ifLater(stale, now), ifLater(retired, now)));
  }

  private static long ofTuning(ModelPricing candidate, Policy policy, long now) {
    long closes = EpochMillis.orNever(candidate.getTuningClosesAt());
    long closesSoon = EpochMillis.minusDays(closes, policy.getClosingSoonDays());
    return Math.min(ifLater(closes, now), ifLater(closesSoon, now));
  }

  /** When the months left become fewer than those that it takes to pay back. */
  private static long ofPayback(CandidateEvaluation evaluation, long retirement, long now) {
    boolean paysBack =
        evaluation.getStatus() == CandidateStatus.PAYS_BACK
            || evaluation.getStatus() == CandidateStatus.TOO_SLOW;
    if (!paysBack || retirement == EpochMillis.NEVER) {
      return EpochMillis.NEVER;
    }
    double latest = Math.floor(retirement - evaluation.getPaybackMonths() * EpochMillis.MONTH);
    return ifLater((long) (latest + 1), now);
  }

  private static long ifLater(long instant, long now) {
    return instant > now ? instant : EpochMillis.NEVER;
  }
}

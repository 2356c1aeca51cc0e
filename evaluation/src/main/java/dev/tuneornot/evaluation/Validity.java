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
  private final Policy policy;
  private final @Nullable ModelPricing baseline;
  private final long now;

  Validity(Policy policy, @Nullable ModelPricing baseline, long now) {
    this.policy = policy;
    this.baseline = baseline;
    this.now = now;
  }

  /**
   * The first instant after now at which more may change than figures that shrink with time, null
   * where none is known.
   *
   * @param prices of the candidates, in their order
   */
  @Nullable Instant until(@Nullable ModelPricing[] prices, List<CandidateEvaluation> candidates) {
    long until = baseline == null ? EpochMillis.NEVER : ofModel(baseline);
    for (int i = 0; i < prices.length; i++) {
      ModelPricing candidate = prices[i];
      if (candidate != null) {
        until = Math.min(until, ofModel(candidate));
        until = Math.min(until, ofTuning(candidate));
        until = Math.min(until, ofPayback(candidates.get(i), candidate));
      }
    }
    return until == EpochMillis.NEVER ? null : Instant.ofEpochMilli(until);
  }

  private long ofModel(ModelPricing pricing) {
    long observedAt = EpochMillis.orNever(pricing.getObservedAt());
    long stale = ifLater(EpochMillis.plusDays(observedAt, policy.getStalePriceDays()));
    long retired = ifLater(EpochMillis.orNever(pricing.getRetiresAt()));
    return Math.min(PricePeriods.nextChange(pricing, now), Math.min(stale, retired));
  }

  private long ofTuning(ModelPricing candidate) {
    long closes = EpochMillis.orNever(candidate.getTuningClosesAt());
    long closesSoon = EpochMillis.minusDays(closes, policy.getClosingSoonDays());
    return Math.min(ifLater(closes), ifLater(closesSoon));
  }

  /** When the months left become fewer than those that it takes to pay back. */
  private long ofPayback(CandidateEvaluation evaluation, ModelPricing candidate) {
    boolean paysBack =
        evaluation.getStatus() == CandidateStatus.PAYS_BACK
            || evaluation.getStatus() == CandidateStatus.TOO_SLOW;
    long retirement = Retirement.earlier(candidate, baseline);
    if (!paysBack || retirement == EpochMillis.NEVER) {
      return EpochMillis.NEVER;
    }
    double latest = Math.floor(retirement - evaluation.getPaybackMonths() * EpochMillis.MONTH);
    return ifLater((long) (latest + 1));
  }

  private long ifLater(long instant) {
    return instant > now ? instant : EpochMillis.NEVER;
  }
}

package dev.tuneornot.streams.pages;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a proposal's last recommendation: enough to tell whether the next one says
 * anything new, to go on with the history of its verdict, and to take it out of its sums.
 *
 * @param digestHigh the first half of the digest of the outcome (docs/rules.md section 9)
 * @param previousVerdict the verdict before the present one; null at first
 * @param evaluatedAt milliseconds since the epoch, like the next two
 * @param validUntil {@link #FOREVER} where there is none
 * @param monthlySavings USD a month as last emitted; 0 unless the verdict is GO, like the next two
 * @param decisionMonthlyCost USD a month as last emitted; 0 where not known, like the next one
 */
public record Outcome(
    long digestHigh,
    long digestLow,
    Decision decision,
    Verdict verdict,
    @Nullable Verdict previousVerdict,
    long evaluatedAt,
    long verdictSince,
    long validUntil,
    double monthlySavings,
    double upfrontCost,
    double netBenefit,
    double decisionMonthlyCost,
    double switchSavings) {
  /** In place of an instant that never comes. */
  public static final long FOREVER = Long.MAX_VALUE;

  /**
   * @param digest of {@code recommendation}, 16 bytes
   */
  public static Outcome of(Recommendation recommendation, byte[] digest) {
    ByteBuffer halves = ByteBuffer.wrap(digest);
    boolean counts = recommendation.getVerdict() == Verdict.GO;
    return new Outcome(
        halves.getLong(),
        halves.getLong(),
        recommendation.getDecision(),
        recommendation.getVerdict(),
        recommendation.getPreviousVerdict(),
        recommendation.getEvaluatedAt().toEpochMilli(),
        recommendation.getVerdictSince().toEpochMilli(),
        millis(recommendation.getValidUntil()),
        counts ? recommendation.getMonthlySavings() : 0,
        counts ? recommendation.getUpfrontCost() : 0,
        counts ? recommendation.getNetBenefit() : 0,
        known(recommendation.getDecisionMonthlyCost()),
        known(recommendation.getSwitchSavings()));
  }

  private static double known(@Nullable Double amount) {
    return amount == null ? 0 : amount;
  }

  private static long millis(@Nullable Instant instant) {
    return instant == null ? FOREVER : instant.toEpochMilli();
  }

  /** Whether a recommendation with {@code other} need not be emitted after this one. */
  public boolean saysTheSameAs(Outcome other) {
    return digestHigh == other.digestHigh
        && digestLow == other.digestLow
        && validUntil == other.validUntil;
  }
}

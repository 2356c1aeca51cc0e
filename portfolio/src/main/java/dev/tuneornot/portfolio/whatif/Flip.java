package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.summary.Dollars;
import java.util.Comparator;

/**
 * A proposal whose verdict becomes another one.
 *
 * @param goChange USD a month by which the savings of the GO ones change
 * @param savingsChange USD a month by which the savings of its best candidate change
 * @param reason which figure crossed which bound
 */
public record Flip(
    String proposalId,
    String portfolio,
    Verdict before,
    Verdict after,
    double goChange,
    double savingsChange,
    String reason) {

  /** The largest change of GO savings first, then that of its own savings. */
  static final Comparator<Flip> LARGEST_FIRST =
      Comparator.comparingDouble((Flip flip) -> -Math.abs(flip.goChange))
          .thenComparingDouble(flip -> -Math.abs(flip.savingsChange))
          .thenComparing(Flip::proposalId);

  static Flip of(Evaluated before, Evaluated after) {
    return new Flip(
        before.proposal().getProposalId(),
        before.proposal().getPortfolio(),
        before.verdict(),
        after.verdict(),
        Dollars.of(after.goSavings() - before.goSavings()).doubleValue(),
        savings(after) - savings(before),
        FlipReasons.of(before, after));
  }

  private static double savings(Evaluated evaluated) {
    Double savings = evaluated.recommendation().getMonthlySavings();
    return savings == null ? 0 : savings;
  }
}

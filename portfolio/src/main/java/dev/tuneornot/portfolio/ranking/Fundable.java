package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.summary.Dollars;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What of a recommendation decides whether to fund it.
 *
 * @param cost USD upfront, to six digits
 * @param benefit USD over the horizon, to six digits
 */
public record Fundable(
    String proposalId,
    String portfolio,
    Verdict verdict,
    String bestModel,
    BigDecimal cost,
    BigDecimal benefit) {

  /** Whether it can be funded: its verdict is one of these, and its figures are known. */
  public static boolean isIn(Recommendation row, Set<Verdict> verdicts) {
    return verdicts.contains(row.getVerdict())
        && row.getBestModel() != null
        && row.getUpfrontCost() != null
        && row.getNetBenefit() != null;
  }

  public static Fundable of(Recommendation row) {
    return new Fundable(
        row.getProposalId(),
        row.getPortfolio(),
        row.getVerdict(),
        row.getBestModel(),
        Dollars.of(row.getUpfrontCost()),
        Dollars.of(row.getNetBenefit()));
  }

  public Item asItem() {
    return new Item(proposalId, cost, benefit);
  }
}

package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to fund.
 *
 * @param ranked all proposals, the highest net benefit a dollar first
 * @param deployments those to open, by base
 * @param cost USD upfront, at most the budget
 * @param benefit USD over the horizon, the sum over the chosen ones less the hosting
 * @param bound USD that no choice within the budget exceeds
 * @param method how it was found
 */
public record Choice(
    List<Ranked> ranked,
    List<Deployment> deployments,
    BigDecimal cost,
    BigDecimal benefit,
    BigDecimal bound,
    Method method) {

  /** How a choice was found. */
  public enum Method {
    /** Better ones may be possible, none above the bound. */
    BOUNDED,
    /** All possibilities were weighed: nothing is better. */
    EXACT
  }

  /**
   * A proposal in the order of what it brings a dollar.
   *
   * @param way in which it is funded; where it is left out, the one that brings the most alone
   * @param deployment on which it is hosted; null where it is left out or hosting costs nothing
   * @param hosting USD over the horizon that it pays; where it is left out, that of a deployment of
   *     its own
   * @param netBenefit USD over the horizon, with that hosting paid
   */
  public record Ranked(
      Fundable proposal,
      Way way,
      boolean chosen,
      @Nullable Deployment deployment,
      BigDecimal hosting,
      BigDecimal netBenefit) {

    /** The highest benefit a dollar first; what costs nothing comes before everything else. */
    static final Comparator<Ranked> BEST_RATIO_FIRST =
        Comparator.comparing(
                (Ranked ranked) -> new Ratio(ranked.netBenefit, ranked.way.upfrontCost()))
            .thenComparing(ranked -> ranked.proposal.proposalId());
  }

  /** USD by which the best possible choice may be better, at least 0. */
  public BigDecimal gap() {
    return bound.subtract(benefit);
  }

  /** Number of proposals to fund. */
  public int funded() {
    return (int) ranked.stream().filter(Ranked::chosen).count();
  }
}

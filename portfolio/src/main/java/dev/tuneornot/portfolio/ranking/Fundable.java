package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.model.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A proposal that can be funded, in one of its ways or not at all.
 *
 * @param verdict the present one
 * @param ways one or more, each with another model
 */
public record Fundable(String proposalId, String portfolio, Verdict verdict, List<Way> ways) {

  private static final Comparator<Way> MOST_ALONE = Comparator.comparing(Way::alone);

  /** The way that brings the most where nothing is shared. */
  Way bestAlone() {
    return ways.stream().max(MOST_ALONE).orElseThrow();
  }

  /** USD over the horizon where nothing is shared. */
  BigDecimal alone() {
    return bestAlone().alone();
  }
}

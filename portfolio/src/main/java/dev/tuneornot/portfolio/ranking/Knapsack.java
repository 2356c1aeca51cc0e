package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.portfolio.ranking.Choice.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the items of the largest benefit within a budget: by ratio (Dantzig 1957), or the best
 * single one where that is more; then by branch and bound, which mostly proves or betters it. The
 * bound is that of the linear program, in which the first item that does not fit may be funded in
 * part; where branch and bound comes to its end, the bound is the choice itself.
 */
public final class Knapsack {

  /** Steps of branch and bound: about a second. */
  private static final int STEPS = 5_000_000;

  private static final int SCALE = 6;

  private Knapsack() {}

  /**
   * What to fund.
   *
   * @param budget USD, at least 0
   */
  public static Choice choose(Collection<Item> items, BigDecimal budget) {
    return choose(items, budget, STEPS);
  }

  static Choice choose(Collection<Item> items, BigDecimal budget, int steps) {
    if (budget.signum() < 0) {
      throw new IllegalArgumentException("budget = " + budget + ": must be 0 or more");
    }
    List<Item> ranked = new ArrayList<>(items);
    ranked.sort(Item.BEST_RATIO_FIRST);
    List<Item> eligible =
        ranked.stream()
            .filter(item -> item.isWorthIt() && item.cost().compareTo(budget) <= 0)
            .toList();
    List<Item> chosen = greedy(eligible, budget);
    Method method = Method.GREEDY;
    List<Item> single = bestSingle(eligible);
    if (benefit(single).compareTo(benefit(chosen)) > 0) {
      chosen = single;
      method = Method.BEST_SINGLE;
    }
    BranchAndBound search = new BranchAndBound(eligible, budget, benefit(chosen), steps);
    if (search.run()) {
      chosen = search.best().orElse(chosen);
      method = Method.EXACT;
    } else if (search.best().isPresent()) {
      chosen = search.best().get();
    }
    BigDecimal bound = method == Method.EXACT ? benefit(chosen) : linearBound(eligible, budget);
    return new Choice(ranked, ids(chosen), cost(chosen), benefit(chosen), bound, method);
  }

  private static List<Item> greedy(List<Item> eligible, BigDecimal budget) {
    List<Item> chosen = new ArrayList<>();
    BigDecimal left = budget;
    for (Item item : eligible) {
      if (item.cost().compareTo(left) <= 0) {
        chosen.add(item);
        left = left.subtract(item.cost());
      }
    }
    return chosen;
  }

  private static List<Item> bestSingle(List<Item> eligible) {
    return eligible.stream()
        .max((one, other) -> one.benefit().compareTo(other.benefit()))
        .map(List::of)
        .orElse(List.of());
  }

  /** Rounded up, so that it stays a bound. */
  static BigDecimal linearBound(List<Item> eligible, BigDecimal budget) {
    BigDecimal left = budget;
    BigDecimal bound = BigDecimal.ZERO;
    for (Item item : eligible) {
      if (item.cost().compareTo(left) > 0) {
        return bound.add(
            item.benefit().multiply(left).divide(item.cost(), SCALE, RoundingMode.CEILING));
      }
      bound = bound.add(item.benefit());
      left = left.subtract(item.cost());
    }
    return bound;
  }

  private static BigDecimal cost(List<Item> items) {
    return items.stream().map(Item::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal benefit(List<Item> items) {
    return items.stream().map(Item::benefit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Set<String> ids(List<Item> items) {
    Set<String> ids = new LinkedHashSet<>();
    items.forEach(item -> ids.add(item.id()));
    return ids;
  }
}

package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first branch and bound over items in the order of their ratios (Horowitz and Sahni 1974),
 * which ends when every possibility is weighed or ruled out by the bound of the linear program, or
 * after so many steps. In whole micro-dollars; amounts that do not fit are not tried.
 */
final class BranchAndBound {

  private static final int SCALE = 6;
  private static final double NOISE = 1e-12;

  private final List<Item> items;
  private final BigDecimal budget;
  private final BigDecimal incumbent;
  private final int[] taken;
  private final long[] costs;
  private final long[] benefits;
  private long stepsLeft;
  private int takenCount;
  private int @Nullable [] best;

  /**
   * Prepares a search.
   *
   * @param items worth it, none above the budget, the best ratio first
   * @param incumbent what is to be bettered
   */
  BranchAndBound(List<Item> items, BigDecimal budget, BigDecimal incumbent, int steps) {
    this.items = items;
    this.budget = budget;
    this.incumbent = incumbent;
    this.stepsLeft = steps;
    this.taken = new int[items.size()];
    this.costs = new long[items.size() + 1];
    this.benefits = new long[items.size() + 1];
  }

  /** Whether it came to its end: then nothing is better than {@link #best} or the incumbent. */
  boolean run() {
    long money;
    long benefitToBeat;
    try {
      sumUp();
      money = micros(budget);
      benefitToBeat = micros(incumbent);
    } catch (ArithmeticException tooLarge) {
      return false;
    }
    return search(money, benefitToBeat);
  }

  /** A better choice than the incumbent, where one was found. */
  Optional<List<Item>> best() {
    int[] found = best;
    if (found == null) {
      return Optional.empty();
    }
    List<Item> chosen = new ArrayList<>(found.length);
    for (int index : found) {
      chosen.add(items.get(index));
    }
    return Optional.of(chosen);
  }

  private boolean search(long money, long benefitToBeat) {
    long left = money;
    long benefit = 0;
    long toBeat = benefitToBeat;
    int next = 0;
    while (stepsLeft-- > 0) {
      if (next < items.size() && benefit + bound(next, left) > toBeat) {
        if (cost(next) <= left) {
          left -= cost(next);
          benefit += benefit(next);
          taken[takenCount++] = next;
        }
        next++;
        continue;
      }
      if (next == items.size() && benefit > toBeat) {
        toBeat = benefit;
        best = Arrays.copyOf(taken, takenCount);
      }
      if (takenCount == 0) {
        return true;
      }
      int last = taken[--takenCount];
      left += cost(last);
      benefit -= benefit(last);
      next = last + 1;
    }
    return false;
  }

  /** At least what the items from an index on can bring; a little too high is only slower. */
  private double bound(int from, long left) {
    int whole = Arrays.binarySearch(costs, from, costs.length, costs[from] + left);
    int split = whole >= 0 ? whole : -whole - 2;
    while (split < items.size() && costs[split + 1] - costs[from] <= left) {
      split++;
    }
    double full = (double) (benefits[split] - benefits[from]);
    if (split == items.size()) {
      return full;
    }
    double room = (double) (left - (costs[split] - costs[from]));
    return (full + room * benefit(split) / cost(split)) * (1 + NOISE) + 1;
  }

  private void sumUp() {
    for (int i = 0; i < items.size(); i++) {
      costs[i + 1] = Math.addExact(costs[i], micros(items.get(i).cost()));
      benefits[i + 1] = Math.addExact(benefits[i], micros(items.get(i).benefit()));
    }
    // Sums of two such numbers must not overflow either.
    Math.multiplyExact(2, costs[items.size()]);
    Math.multiplyExact(2, benefits[items.size()]);
    Math.addExact(costs[items.size()], micros(budget));
  }

  private long cost(int index) {
    return costs[index + 1] - costs[index];
  }

  private long benefit(int index) {
    return benefits[index + 1] - benefits[index];
  }

  private static long micros(BigDecimal dollars) {
    return dollars.movePointRight(SCALE).longValueExact();
  }
}

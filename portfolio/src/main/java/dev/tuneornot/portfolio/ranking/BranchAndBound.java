package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.portfolio.ranking.Instance.Pool;
import java.util.Arrays;

/**
 * Depth-first branch and bound over the entries in their order, which ends when every possibility
 * is weighed or ruled out, or after so many steps. What hosted entries can still bring is bounded
 * by the relaxation; among unhosted ones the bound is that of the linear program, in which the
 * first that does not fit is funded in part (Horowitz and Sahni 1974).
 */
final class BranchAndBound {

  private static final double NOISE = 1e-12;

  private final Instance instance;
  private final int unhostedFrom;
  private final double[][] remaining;
  private final double priceOfMoney;
  private final double[] priceOfTwice;
  private final long[] costs;
  private final long[] gains;
  private final int[] placesOf;
  private final int[] lastOf;

  private long toBeat;
  private boolean[] best;
  private long stepsLeft;

  // The node at which the search is: what is decided of the entries before it.
  private final boolean[] taken;
  private final boolean[] funded;
  private final int[] free;
  private long left;
  private long value;
  private double owed;

  // Of each entry on the way there: whether the other branch is still to be searched, and its
  // bound.
  private final boolean[] otherIsOpen;
  private final double[] otherBound;

  BranchAndBound(Instance instance, Relaxation relaxation, int steps) {
    this.instance = instance;
    this.unhostedFrom = instance.unhostedFrom();
    this.remaining = relaxation.remaining();
    this.priceOfMoney = relaxation.priceOfMoney();
    this.priceOfTwice = relaxation.priceOfTwice();
    this.best = relaxation.best();
    this.toBeat = instance.valueOf(best);
    this.stepsLeft = steps;
    int size = instance.size();
    this.costs = new long[size + 1];
    this.gains = new long[size + 1];
    for (int i = 0; i < size; i++) {
      costs[i + 1] = costs[i] + instance.cost(i);
      gains[i + 1] = gains[i] + instance.gain(i);
    }
    this.placesOf = new int[unhostedFrom];
    this.lastOf = new int[unhostedFrom];
    for (Pool pool : instance.pools()) {
      Arrays.fill(placesOf, pool.from(), pool.to(), pool.placesLeft());
      Arrays.fill(lastOf, pool.from(), pool.to(), pool.to() - 1);
    }
    this.taken = new boolean[size];
    this.funded = new boolean[instance.owners()];
    this.free = new int[size + 1];
    this.otherIsOpen = new boolean[size];
    this.otherBound = new double[size];
  }

  /** The best choice found. */
  boolean[] best() {
    return best;
  }

  /** Whether it came to its end: then nothing is better than {@link #best}. */
  boolean run() {
    left = instance.budget();
    value = 0;
    owed = Arrays.stream(priceOfTwice).sum();
    int size = instance.size();
    int entry = 0;
    boolean forward = true;
    while (stepsLeft-- > 0) {
      if (forward && entry == size) {
        if (value > toBeat) {
          toBeat = value;
          best = taken.clone();
        }
        forward = false;
      }
      if (forward) {
        forward = branch(entry);
        entry += forward ? 1 : 0;
        continue;
      }
      entry--;
      if (entry < 0) {
        return true;
      }
      undo(entry);
      if (otherIsOpen[entry] && exceeds(otherBound[entry])) {
        otherIsOpen[entry] = false;
        decide(entry, !taken[entry]);
        forward = true;
        entry++;
      }
    }
    return false;
  }

  /** Goes into the more promising branch; whether there is one. */
  private boolean branch(int entry) {
    double skip = boundWithout(entry);
    double take = canTake(entry) ? boundWith(entry) : Double.NEGATIVE_INFINITY;
    if (!exceeds(Math.max(skip, take))) {
      return false;
    }
    boolean takes = take >= skip;
    otherBound[entry] = takes ? skip : take;
    otherIsOpen[entry] = true;
    decide(entry, takes);
    return true;
  }

  private boolean exceeds(double bound) {
    return bound + Math.abs(bound) * NOISE >= toBeat + 1.0;
  }

  private boolean canTake(int entry) {
    return !funded[instance.owner(entry)] && instance.cost(entry) <= left;
  }

  private double boundWith(int entry) {
    return bound(
        entry + 1,
        freeAfter(entry, true),
        left - instance.cost(entry),
        value + brings(entry),
        owed - priceOfTwice[instance.owner(entry)]);
  }

  private double boundWithout(int entry) {
    return bound(entry + 1, freeAfter(entry, false), left, value, owed);
  }

  private double bound(int entry, int places, long money, long brought, double stillOwed) {
    return entry < unhostedFrom
        ? brought + priceOfMoney * money + stillOwed + remaining[entry][places]
        : brought + linear(entry, money);
  }

  /** At least what the unhosted entries from one on can bring. */
  private double linear(int from, long money) {
    int whole = Arrays.binarySearch(costs, from, costs.length, costs[from] + money);
    int split = whole >= 0 ? whole : -whole - 2;
    while (split < instance.size() && costs[split + 1] - costs[from] <= money) {
      split++;
    }
    double full = (double) (gains[split] - gains[from]);
    if (split == instance.size()) {
      return full;
    }
    double room = (double) (money - (costs[split] - costs[from]));
    return full + room * instance.gain(split) / instance.cost(split);
  }

  /** What taking an entry brings, with the deployment that it opens paid. */
  private long brings(int entry) {
    boolean opens = entry < unhostedFrom && free[entry] == 0;
    return instance.gain(entry) - (opens ? instance.hosting(entry) : 0);
  }

  private int freeAfter(int entry, boolean takes) {
    if (entry >= unhostedFrom || entry == lastOf[entry]) {
      return 0;
    }
    if (!takes) {
      return free[entry];
    }
    return free[entry] == 0 ? placesOf[entry] : free[entry] - 1;
  }

  private void decide(int entry, boolean takes) {
    free[entry + 1] = freeAfter(entry, takes);
    taken[entry] = takes;
    if (takes) {
      left -= instance.cost(entry);
      value += brings(entry);
      owed -= priceOfTwice[instance.owner(entry)];
      funded[instance.owner(entry)] = true;
    }
  }

  /** Leaves {@link #taken} as it was, so that the other branch is known. */
  private void undo(int entry) {
    if (taken[entry]) {
      left += instance.cost(entry);
      value -= brings(entry);
      owed += priceOfTwice[instance.owner(entry)];
      funded[instance.owner(entry)] = false;
    }
  }
}

package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.portfolio.ranking.Instance.Pool;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The bound by Lagrange (Fisher 1981): money that is left is worth a price a dollar, and a proposal
 * that is funded in two ways pays for it. For such prices each base is solved exactly, entry by
 * entry and free place by free place, and what comes out is at least what any choice brings. The
 * prices that make it the least are found along the lines that it is made of (Kelley 1960) and by
 * subgradients.
 */
final class Relaxation {

  private static final int ROUNDS = 20;
  private static final int LINES = 60;
  private static final int STEPS = 60;
  private static final double SHORTER = 0.85;
  private static final double ENOUGH = 1e-7;
  private static final double NOISE = 1e-12;

  /** Steps of all rounds together: some seconds at most. */
  private static final long WORK = 150_000_000L;

  /** What the choice at a price of money brings and leaves: a line in that price. */
  @SuppressWarnings("ArrayRecordComponent") // Its own, made once.
  private record Line(double brought, double left, boolean[] chosen) {

    double at(double price) {
      return brought + price * left;
    }
  }

  private final Instance instance;
  private final Repair repair;
  private final double[] twice;
  private long work;

  private double bound = Double.POSITIVE_INFINITY;
  private double priceOfMoney;
  private double[] priceOfTwice;
  private boolean[] best;
  private long bestValue;

  Relaxation(Instance instance) {
    this.instance = instance;
    this.repair = new Repair(instance);
    this.twice = new double[instance.owners()];
    this.priceOfTwice = twice.clone();
    this.best = new boolean[instance.size()];
  }

  void solve() {
    keep(mostValuable());
    boolean choices = instance.hasChoices();
    for (int round = 0; round < ROUNDS && work < WORK; round++) {
      double before = bound;
      boolean[] chosen = minimise();
      if (!choices || !approach(chosen) || bound > before - Math.abs(before) * ENOUGH) {
        return;
      }
    }
  }

  /** Steps towards prices at which none is chosen twice; whether any was needed. */
  private boolean approach(boolean[] first) {
    double price = priceOfMoney;
    double length = 1;
    boolean[] chosen = first;
    for (int step = 0; step < STEPS && work < WORK; step++) {
      if (!raise(chosen, length)) {
        return step > 0;
      }
      double before = bound;
      chosen = line(price).chosen;
      length = bound < before ? length : length * SHORTER;
    }
    System.arraycopy(priceOfTwice, 0, twice, 0, twice.length);
    return true;
  }

  /** The one entry that brings the most alone: by ratio it may never have its turn. */
  private boolean[] mostValuable() {
    boolean[] chosen = new boolean[instance.size()];
    int most = -1;
    for (int i = 0; i < chosen.length; i++) {
      if (most < 0 || alone(i) > alone(most)) {
        most = i;
      }
    }
    if (most >= 0) {
      chosen[most] = alone(most) > 0;
    }
    return chosen;
  }

  private long alone(int entry) {
    return instance.gain(entry) - instance.hosting(entry);
  }

  /** At least what any choice brings, in units. */
  double bound() {
    return bound;
  }

  /** The price of money at which the bound was the least. */
  double priceOfMoney() {
    return priceOfMoney;
  }

  /** What each proposal pays for a way there. */
  double[] priceOfTwice() {
    return priceOfTwice;
  }

  /** The best choice that came by. */
  boolean[] best() {
    return best;
  }

  /** Finds the price of money of the least bound; what is chosen there. */
  private boolean[] minimise() {
    Line low = line(0);
    if (low.left >= 0) {
      return low.chosen;
    }
    double dearest = 1;
    for (int i = 0; i < instance.size(); i++) {
      if (instance.cost(i) > 0) {
        dearest = Math.max(dearest, 1 + (double) instance.gain(i) / instance.cost(i));
      }
    }
    Line high = line(dearest);
    boolean[] last = high.chosen;
    for (int i = 0; i < LINES && work < WORK; i++) {
      double price = (low.brought - high.brought) / (high.left - low.left);
      double least = low.at(price);
      Line line = line(price);
      last = line.chosen;
      if (line.at(price) <= least + Math.abs(least) * NOISE) {
        break;
      }
      if (line.left >= 0) {
        high = line;
      } else {
        low = line;
      }
    }
    return last;
  }

  /** Lets those pay that are chosen twice, and less those that paid and are not chosen. */
  private boolean raise(boolean[] chosen, double length) {
    int[] times = new int[instance.owners()];
    for (int i = 0; i < chosen.length; i++) {
      times[instance.owner(i)] += chosen[i] ? 1 : 0;
    }
    double square = 0;
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 1 || (times[i] == 0 && twice[i] > 0)) {
        square += (double) (times[i] - 1) * (times[i] - 1);
      }
    }
    double above = bound - bestValue;
    if (square == 0 || above <= 1) {
      return false;
    }
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 1 || twice[i] > 0) {
        twice[i] = Math.max(0, twice[i] + length * above / square * (times[i] - 1));
      }
    }
    return true;
  }

  private Line line(double price) {
    boolean[] chosen = new boolean[instance.size()];
    double total = price * instance.budget();
    for (double owed : twice) {
      total += owed;
    }
    for (Pool pool : instance.pools()) {
      total += choose(pool, price, chosen);
    }
    for (int i = instance.unhostedFrom(); i < instance.size(); i++) {
      double worth = worth(i, price, twice);
      chosen[i] = worth > 0;
      total += Math.max(0, worth);
    }
    work += instance.size();
    if (total < bound) {
      bound = total;
      priceOfMoney = price;
      priceOfTwice = twice.clone();
    }
    double left = (double) instance.budget() - instance.costOf(chosen);
    Line line = new Line(total - price * left, left, chosen);
    keep(chosen.clone());
    return line;
  }

  private double worth(int entry, double price, double[] owed) {
    return instance.gain(entry) - price * instance.cost(entry) - owed[instance.owner(entry)];
  }

  /** The best of a base at that price: by the entry, and the places free in what is open. */
  private double choose(Pool pool, double price, boolean[] chosen) {
    int places = pool.placesLeft();
    int width = places + 1;
    double[] next = new double[width];
    double[] row = new double[width];
    BitSet takes = new BitSet();
    for (int i = pool.to() - 1; i >= pool.from(); i--) {
      double worth = worth(i, price, twice);
      double opening = worth - instance.hosting(i) + next[places];
      for (int free = 0; free < width; free++) {
        double take = free == 0 ? opening : worth + next[free - 1];
        if (take > next[free]) {
          takes.set((i - pool.from()) * width + free);
        }
        row[free] = Math.max(take, next[free]);
      }
      double[] done = next;
      next = row;
      row = done;
    }
    work += (long) width * (pool.to() - pool.from());
    int free = 0;
    for (int i = pool.from(); i < pool.to(); i++) {
      if (takes.get((i - pool.from()) * width + free)) {
        chosen[i] = true;
        free = free == 0 ? places : free - 1;
      }
    }
    return next[0];
  }

  private void keep(boolean[] choice) {
    repair.makePossible(choice);
    long value = instance.valueOf(choice);
    if (value > bestValue) {
      bestValue = value;
      best = choice;
    }
  }

  /**
   * At least what the entries from each on bring at the prices of the least bound, by the free
   * places of the deployment that is open; the last row is that of the unhosted ones.
   */
  double[][] remaining() {
    double[][] rows = new double[instance.unhostedFrom() + 1][];
    double tail = 0;
    for (int i = instance.unhostedFrom(); i < instance.size(); i++) {
      tail += Math.max(0, worth(i, priceOfMoney, priceOfTwice));
    }
    rows[instance.unhostedFrom()] = new double[] {tail};
    for (int p = instance.pools().size() - 1; p >= 0; p--) {
      Pool pool = instance.pools().get(p);
      int places = pool.placesLeft();
      double[] next = new double[places + 1];
      Arrays.fill(next, rows[pool.to()][0]);
      for (int i = pool.to() - 1; i >= pool.from(); i--) {
        double worth = worth(i, priceOfMoney, priceOfTwice);
        double[] row = new double[places + 1];
        for (int free = 0; free <= places; free++) {
          double take =
              free == 0 ? worth - instance.hosting(i) + next[places] : worth + next[free - 1];
          row[free] = Math.max(take, next[free]);
        }
        rows[i] = row;
        next = row;
      }
    }
    return rows;
  }

  /** Numbers that {@link #remaining} takes. */
  long sizeOfRemaining() {
    long size = 0;
    for (Pool pool : instance.pools()) {
      size += (long) (pool.to() - pool.from()) * (pool.placesLeft() + 1);
    }
    return size;
  }
}

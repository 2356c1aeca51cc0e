package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice in whole numbers: one entry a way, those that are hosted first, base by base and the
 * longest hosting first, then the others, the best ratio first. Left out is what costs more than
 * the budget or brings nothing even where others pay the hosting.
 *
 * <p>The unit is a micro-dollar; where sums of such would not fit into 64 bits, it is larger, and
 * amounts are rounded so that a choice within the budget stays within it.
 */
final class Instance {

  private static final int SCALE = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 60);

  /** The entries of one base. */
  record Pool(Base base, int from, int to) {

    /** Free places of a new deployment, once the first is taken; no more than there are takers. */
    int placesLeft() {
      return Math.min(base.places() - 1, to - from);
    }
  }

  /** A way and its proposal. */
  private record Entry(int owner, String proposalId, Way way) {

    private static final Comparator<Entry> ORDER =
        Comparator.<Entry, Base>comparing(
                entry -> entry.way.base(), Comparator.nullsLast(Base.ORDER))
            .thenComparing(entry -> entry.way.hosting(), Comparator.reverseOrder())
            .thenComparing(entry -> new Ratio(entry.way.gain(), entry.way.upfrontCost()))
            .thenComparing(Entry::proposalId)
            .thenComparing(entry -> entry.way.modelId());
  }

  private final List<Entry> entries;
  private final int owners;
  private final int unit;
  private final List<Pool> pools;
  private final long budget;
  private final int[] owner;
  private final long[] cost;
  private final long[] gain;
  private final long[] hosting;

  private Instance(List<Entry> entries, int owners, BigDecimal budget) {
    this.entries = entries;
    this.owners = owners;
    BigDecimal allCosts = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (Entry entry : entries) {
      allCosts = allCosts.add(entry.way.upfrontCost());
      total = total.add(entry.way.gain()).add(entry.way.hosting());
    }
    this.unit = unit(total.add(allCosts).add(allCosts));
    this.budget = units(budget.min(allCosts), RoundingMode.FLOOR);
    this.pools = pools(entries);
    this.owner = entries.stream().mapToInt(Entry::owner).toArray();
    this.cost =
        entries.stream()
            .mapToLong(entry -> units(entry.way.upfrontCost(), RoundingMode.CEILING))
            .toArray();
    this.gain =
        entries.stream()
            .mapToLong(entry -> units(entry.way.gain(), RoundingMode.HALF_EVEN))
            .toArray();
    this.hosting =
        entries.stream()
            .mapToLong(entry -> units(entry.way.hosting(), RoundingMode.HALF_EVEN))
            .toArray();
  }

  static Instance of(List<Fundable> fundables, BigDecimal budget) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < fundables.size(); i++) {
      for (Way way : fundables.get(i).ways()) {
        if (way.gain().signum() > 0 && way.upfrontCost().compareTo(budget) <= 0) {
          entries.add(new Entry(i, fundables.get(i).proposalId(), way));
        }
      }
    }
    entries.sort(Entry.ORDER);
    return new Instance(entries, fundables.size(), budget);
  }

  private static List<Pool> pools(List<Entry> entries) {
    List<Pool> pools = new ArrayList<>();
    int from = 0;
    while (from < entries.size()) {
      Base base = entries.get(from).way.base();
      if (base == null) {
        break;
      }
      int to = from;
      while (to < entries.size() && base.equals(entries.get(to).way.base())) {
        to++;
      }
      pools.add(new Pool(base, from, to));
      from = to;
    }
    return pools;
  }

  private static int unit(BigDecimal total) {
    int shift = 0;
    while (total.movePointRight(SCALE - shift).compareTo(MOST) > 0) {
      shift++;
    }
    return SCALE - shift;
  }

  private long units(BigDecimal dollars, RoundingMode rounding) {
    return dollars.movePointRight(unit).setScale(0, rounding).longValueExact();
  }

  /** USD, rounded up. */
  BigDecimal dollars(double units) {
    return new BigDecimal(units)
        .setScale(0, RoundingMode.CEILING)
        .movePointLeft(unit)
        .setScale(SCALE, RoundingMode.CEILING);
  }

  /** Whether the whole numbers are the amounts themselves. */
  boolean isExact() {
    return unit == SCALE;
  }

  int size() {
    return owner.length;
  }

  int owners() {
    return owners;
  }

  List<Pool> pools() {
    return pools;
  }

  /** Index of the first entry whose hosting costs nothing. */
  int unhostedFrom() {
    return pools.isEmpty() ? 0 : pools.get(pools.size() - 1).to();
  }

  long budget() {
    return budget;
  }

  int owner(int entry) {
    return owner[entry];
  }

  long cost(int entry) {
    return cost[entry];
  }

  long gain(int entry) {
    return gain[entry];
  }

  long hosting(int entry) {
    return hosting[entry];
  }

  Way way(int entry) {
    return entries.get(entry).way;
  }

  /** Whether any proposal has several ways. */
  boolean hasChoices() {
    return Arrays.stream(owner).distinct().count() < owner.length;
  }

  long costOf(boolean[] chosen) {
    long sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      sum += chosen[i] ? cost[i] : 0;
    }
    return sum;
  }

  /** What a choice brings, the hosting paid. */
  long valueOf(boolean @Nullable [] chosen) {
    if (chosen == null) {
      return 0;
    }
    long value = 0;
    for (int i = 0; i < chosen.length; i++) {
      value += chosen[i] ? gain[i] : 0;
    }
    for (Pool pool : pools) {
      int places = 0;
      for (int i = pool.from(); i < pool.to(); i++) {
        if (chosen[i]) {
          value -= places == 0 ? hosting[i] : 0;
          places = places == 0 ? pool.base().places() - 1 : places - 1;
        }
      }
    }
    return value;
  }
}

package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.portfolio.ranking.Instance.Pool;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Makes a choice possible, and fills it up: each proposal in one way, within the budget, without
 * deployments that cost more than they bring.
 */
final class Repair {

  private final Instance instance;
  private final int[] worstRatioFirst;

  Repair(Instance instance) {
    this.instance = instance;
    this.worstRatioFirst =
        IntStream.range(0, instance.size())
            .boxed()
            .sorted(Comparator.comparingDouble(this::ratio))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private double ratio(int entry) {
    return instance.cost(entry) == 0
        ? Double.POSITIVE_INFINITY
        : (double) instance.gain(entry) / instance.cost(entry);
  }

  void makePossible(boolean[] chosen) {
    chooseOneWayEach(chosen);
    long left = instance.budget() - instance.costOf(chosen);
    for (int i = 0; left < 0 && i < worstRatioFirst.length; i++) {
      int entry = worstRatioFirst[i];
      if (chosen[entry]) {
        chosen[entry] = false;
        left += instance.cost(entry);
      }
    }
    closeWhatLoses(chosen);
    fillUp(chosen, instance.budget() - instance.costOf(chosen));
  }

  private void chooseOneWayEach(boolean[] chosen) {
    int[] way = new int[instance.owners()];
    Arrays.fill(way, -1);
    for (int i = 0; i < chosen.length; i++) {
      if (!chosen[i]) {
        continue;
      }
      int other = way[instance.owner(i)];
      if (other < 0) {
        way[instance.owner(i)] = i;
      } else if (instance.gain(i) > instance.gain(other)) {
        chosen[other] = false;
        way[instance.owner(i)] = i;
      } else {
        chosen[i] = false;
      }
    }
  }

  private void closeWhatLoses(boolean[] chosen) {
    for (Pool pool : instance.pools()) {
      int from = pool.from();
      while (from < pool.to()) {
        int to = from;
        int tenants = 0;
        long value = 0;
        while (to < pool.to() && tenants < pool.base().places()) {
          if (chosen[to]) {
            value += instance.gain(to) - (tenants == 0 ? instance.hosting(to) : 0);
            tenants++;
          }
          to++;
        }
        if (value < 0) {
          Arrays.fill(chosen, from, to, false);
        }
        from = to;
      }
    }
  }

  /** Into free places, then where nothing is hosted, the best ratio first. */
  private void fillUp(boolean[] chosen, long money) {
    boolean[] funded = new boolean[instance.owners()];
    for (int i = 0; i < chosen.length; i++) {
      funded[instance.owner(i)] |= chosen[i];
    }
    long left = money;
    for (Pool pool : instance.pools()) {
      int free = freePlaces(pool, chosen);
      for (int i = pool.from(); i < pool.to() && free > 0; i++) {
        if (!funded[instance.owner(i)] && instance.cost(i) <= left) {
          chosen[i] = true;
          funded[instance.owner(i)] = true;
          left -= instance.cost(i);
          free--;
        }
      }
    }
    for (int i = instance.unhostedFrom(); i < chosen.length; i++) {
      if (!funded[instance.owner(i)] && instance.cost(i) <= left) {
        chosen[i] = true;
        funded[instance.owner(i)] = true;
        left -= instance.cost(i);
      }
    }
  }

  private static int freePlaces(Pool pool, boolean[] chosen) {
    int tenants = 0;
    for (int i = pool.from(); i < pool.to(); i++) {
      tenants += chosen[i] ? 1 : 0;
    }
    int places = pool.base().places();
    return (places - tenants % places) % places;
  }
}

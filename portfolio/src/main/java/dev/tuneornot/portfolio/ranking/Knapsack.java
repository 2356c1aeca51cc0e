package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.portfolio.ranking.Choice.Method;
import dev.tuneornot.portfolio.ranking.Choice.Ranked;
import dev.tuneornot.portfolio.ranking.Deployment.Tenant;
import dev.tuneornot.portfolio.ranking.Instance.Pool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the proposals, the way of each and the deployments to open that bring the most within a
 * budget. A relaxation gives a bound that no choice exceeds and a choice near it; branch and bound
 * mostly proves that choice the best, or finds a better one.
 */
public final class Knapsack {

  /** Steps of branch and bound: about a second. */
  private static final int STEPS = 5_000_000;

  /** Numbers that its bounds may take: 64 MB. */
  private static final long MOST_NUMBERS = 8_000_000;

  private static final double NOISE = 1e-12;

  private Knapsack() {}

  /**
   * What to fund.
   *
   * @param budget USD for upfront costs, at least 0
   */
  public static Choice choose(Collection<Fundable> fundables, BigDecimal budget) {
    return choose(fundables, budget, STEPS);
  }

  static Choice choose(Collection<Fundable> fundables, BigDecimal budget, int steps) {
    if (budget.signum() < 0) {
      throw new IllegalArgumentException("budget = " + budget + ": must be 0 or more");
    }
    List<Fundable> byId = new ArrayList<>(fundables);
    byId.sort(Comparator.comparing(Fundable::proposalId));
    Instance instance = Instance.of(byId, budget);
    Relaxation relaxation = new Relaxation(instance);
    relaxation.solve();
    if (relaxation.sizeOfRemaining() <= MOST_NUMBERS) {
      BranchAndBound search = new BranchAndBound(instance, relaxation, steps);
      boolean ended = search.run();
      Method method = ended && instance.isExact() ? Method.EXACT : Method.BOUNDED;
      return choice(byId, instance, search.best(), relaxation, method);
    }
    return choice(byId, instance, relaxation.best(), relaxation, Method.BOUNDED);
  }

  private static Choice choice(
      List<Fundable> fundables,
      Instance instance,
      boolean[] chosen,
      Relaxation relaxation,
      Method method) {
    List<Deployment> deployments = deployments(fundables, instance, chosen);
    List<Ranked> ranked = ranked(fundables, instance, chosen, deployments);
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal benefit = BigDecimal.ZERO;
    for (Ranked each : ranked) {
      if (each.chosen()) {
        cost = cost.add(each.way().upfrontCost());
        benefit = benefit.add(each.netBenefit());
      }
    }
    BigDecimal bound = method == Method.EXACT ? benefit : benefit.max(bound(instance, relaxation));
    return new Choice(ranked, deployments, cost, benefit, bound, method);
  }

  /** Above it by what rounding may have taken away. */
  private static BigDecimal bound(Instance instance, Relaxation relaxation) {
    double rounding = instance.isExact() ? 0 : instance.size() * (2 + relaxation.priceOfMoney());
    return instance.dollars(relaxation.bound() * (1 + NOISE) + rounding);
  }

  private static List<Deployment> deployments(
      List<Fundable> fundables, Instance instance, boolean[] chosen) {
    List<Deployment> deployments = new ArrayList<>();
    for (Pool pool : instance.pools()) {
      List<Tenant> tenants = new ArrayList<>();
      for (int i = pool.from(); i < pool.to(); i++) {
        if (chosen[i]) {
          tenants.add(new Tenant(fundables.get(instance.owner(i)).proposalId(), instance.way(i)));
        }
      }
      deployments.addAll(Deployment.of(pool.base(), tenants));
    }
    return deployments;
  }

  private static List<Ranked> ranked(
      List<Fundable> fundables, Instance instance, boolean[] chosen, List<Deployment> deployments) {
    Map<String, Deployment> deploymentOf = new HashMap<>();
    Map<String, BigDecimal> pays = new HashMap<>();
    for (Deployment deployment : deployments) {
      for (Deployment.Member member : deployment.members()) {
        deploymentOf.put(member.proposalId(), deployment);
        pays.put(member.proposalId(), member.pays());
      }
    }
    Way[] ways = new Way[fundables.size()];
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        ways[instance.owner(i)] = instance.way(i);
      }
    }
    List<Ranked> ranked = new ArrayList<>(fundables.size());
    for (int i = 0; i < ways.length; i++) {
      Fundable fundable = fundables.get(i);
      boolean isChosen = ways[i] != null;
      Way way = isChosen ? ways[i] : fundable.bestAlone();
      BigDecimal hosting =
          isChosen ? pays.getOrDefault(fundable.proposalId(), BigDecimal.ZERO) : way.hosting();
      ranked.add(
          new Ranked(
              fundable,
              way,
              isChosen,
              deploymentOf.get(fundable.proposalId()),
              hosting,
              way.gain().subtract(hosting)));
    }
    ranked.sort(Ranked.BEST_RATIO_FIRST);
    return ranked;
  }
}

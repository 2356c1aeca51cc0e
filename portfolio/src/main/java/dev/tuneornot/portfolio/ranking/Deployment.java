package dev.tuneornot.portfolio.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A deployment to open, who shares it, and what each pays: the same, but nobody more than tuning
 * brings him.
 *
 * @param number among those of its base, from 1
 * @param hosting USD, for as long as one of them uses it
 */
public record Deployment(Base base, int number, BigDecimal hosting, List<Member> members) {

  private static final int SCALE = 6;

  /**
   * One of those who share it.
   *
   * @param pays USD over the horizon
   */
  public record Member(String proposalId, BigDecimal pays) {}

  /** A proposal and the way in which it is funded. */
  record Tenant(String proposalId, Way way) {}

  /**
   * The deployments of a base, as few as hold all. Those who stay as long share one, so that none
   * is kept open for a few.
   *
   * @param tenants the longest hosting first
   */
  static List<Deployment> of(Base base, List<Tenant> tenants) {
    List<Deployment> deployments = new ArrayList<>();
    for (int from = 0; from < tenants.size(); from += base.places()) {
      List<Tenant> sharing =
          tenants.subList(from, (int) Math.min(tenants.size(), (long) from + base.places()));
      BigDecimal hosting = sharing.get(0).way().hosting();
      deployments.add(
          new Deployment(base, deployments.size() + 1, hosting, shares(sharing, hosting)));
    }
    return deployments;
  }

  private static List<Member> shares(List<Tenant> sharing, BigDecimal hosting) {
    List<Tenant> leastGainFirst = new ArrayList<>(sharing);
    leastGainFirst.sort(
        Comparator.comparing((Tenant tenant) -> tenant.way().gain())
            .thenComparing(Tenant::proposalId));
    List<Member> members = new ArrayList<>();
    BigDecimal left = hosting;
    for (int i = 0; i < leastGainFirst.size(); i++) {
      Tenant tenant = leastGainFirst.get(i);
      int payers = leastGainFirst.size() - i;
      BigDecimal equal = left.divide(BigDecimal.valueOf(payers), SCALE, RoundingMode.FLOOR);
      BigDecimal pays = payers == 1 ? left : equal.min(tenant.way().gain());
      members.add(new Member(tenant.proposalId(), pays));
      left = left.subtract(pays);
    }
    members.sort(Comparator.comparing(Member::proposalId));
    return List.copyOf(members);
  }
}

package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A portfolio under two sets of prices, policies and usage, proposal by proposal. Keeps sums by
 * portfolio and the largest flips, so that its size does not grow with the portfolio.
 */
public final class Comparison {

  private final ReferenceData before;
  private final ReferenceData after;
  private final Instant at;
  private final Set<String> otherModels;
  private final int flipsKept;
  private final SortedMap<String, PortfolioChange> portfolios = new TreeMap<>();
  private final PriorityQueue<Flip> flips = new PriorityQueue<>(Flip.LARGEST_FIRST.reversed());
  private long flipped;

  /**
   * Begins with no proposal.
   *
   * @param flipsKept at least 0; of more flips than these the smallest are only counted
   */
  public Comparison(ReferenceData before, ReferenceData after, Instant at, int flipsKept) {
    this.before = before;
    this.after = after;
    this.at = at;
    this.flipsKept = flipsKept;
    this.otherModels = otherModels(before, after);
  }

  public void add(Proposal proposal) {
    Evaluated old = Evaluated.of(proposal, before, at);
    Evaluated now = isTouched(proposal) ? Evaluated.of(proposal, after, at) : old;
    portfolios
        .computeIfAbsent(proposal.getPortfolio(), portfolio -> new PortfolioChange())
        .add(old, now);
    if (old.verdict() != now.verdict()) {
      flipped++;
      keep(Flip.of(old, now));
    }
  }

  public SortedMap<String, PortfolioChange> portfolios() {
    return portfolios;
  }

  public PortfolioChange total() {
    PortfolioChange total = new PortfolioChange();
    portfolios.values().forEach(total::add);
    return total;
  }

  /** Those that were kept, the largest first. */
  public List<Flip> flips() {
    List<Flip> sorted = new ArrayList<>(flips);
    sorted.sort(Flip.LARGEST_FIRST);
    return sorted;
  }

  /** Number of all flips. */
  public long flipped() {
    return flipped;
  }

  /** Whether anything that its evaluation depends on is another one; else it comes out the same. */
  private boolean isTouched(Proposal proposal) {
    if (!Policies.inForce(proposal.getPortfolio(), before.policies()::get)
        .equals(Policies.inForce(proposal.getPortfolio(), after.policies()::get))) {
      return true;
    }
    String proposalId = proposal.getProposalId();
    if (!Objects.equals(before.usage().get(proposalId), after.usage().get(proposalId))) {
      return true;
    }
    return Dependencies.models(proposal).stream().anyMatch(otherModels::contains);
  }

  private static Set<String> otherModels(ReferenceData before, ReferenceData after) {
    Set<String> others = new HashSet<>();
    after
        .prices()
        .forEach(
            (modelId, prices) -> {
              if (!prices.equals(before.prices().get(modelId))) {
                others.add(modelId);
              }
            });
    return others;
  }

  private void keep(Flip flip) {
    flips.add(flip);
    if (flips.size() > flipsKept) {
      flips.remove();
    }
  }
}

package dev.tuneornot.benchmarks.pure;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposals of the synthetic portfolio with exactly three candidates, and the prices of all models.
 * Many of them, so that no branch is always taken the same way.
 */
final class Cases {
  /** How many. */
  static final int COUNT = 1_024;

  /** The instant of every evaluation. */
  static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");

  private static final int CANDIDATES = 3;

  /** About a third of the portfolio has three candidates. */
  private static final long DRAWN = 6 * COUNT;

  private final List<Proposal> proposals = new ArrayList<>();
  private final Map<String, ModelPricing> prices = new HashMap<>();
  private final Policy policy = Policies.builtin();

  Cases() {
    TrustedClasses.install();
    Portfolio portfolio = new Portfolio(1, AS_OF);
    portfolio.prices().forEach(price -> prices.put(price.getModelId(), price));
    try {
      portfolio.proposals(DRAWN, (proposal, number) -> add(proposal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (proposals.size() < COUNT) {
      throw new IllegalStateException("only " + proposals.size() + " have three candidates");
    }
  }

  private void add(Proposal proposal) {
    if (proposals.size() < COUNT && proposal.getCandidateModels().size() == CANDIDATES) {
      proposals.add(proposal);
    }
  }

  List<Proposal> proposals() {
    return proposals;
  }

  PriceBook prices() {
    return prices::get;
  }

  Policy policy() {
    return policy;
  }

  /** What all of them evaluate to. */
  List<Recommendation> recommendations() {
    return proposals.stream()
        .map(proposal -> Evaluator.evaluate(proposal, null, prices(), policy, AS_OF))
        .toList();
  }
}

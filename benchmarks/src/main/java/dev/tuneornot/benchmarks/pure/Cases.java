package dev.tuneornot.benchmarks.pure;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Workload;
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
  private static final int ALTERNATIVES = 3;

  /** About a third of the portfolio has three candidates. */
  private static final long DRAWN = 6 * COUNT;

  /** What the proposals and prices say. */
  enum Kind {
    /** Nothing but what those of rules version 1 said. */
    PLAIN,
    /** Also three alternatives, retrieval, a range of the volume, and all prices that there are. */
    FULL
  }

  private final List<Proposal> proposals = new ArrayList<>();
  private final Map<String, ModelPricing> prices = new HashMap<>();
  private final List<String> models = new ArrayList<>();
  private final Policy policy = Policies.builtin();
  private final Kind kind;

  Cases(Kind kind) {
    TrustedClasses.install();
    this.kind = kind;
    Portfolio portfolio = new Portfolio(1, AS_OF);
    portfolio.prices().forEach(this::add);
    try {
      portfolio.proposals(DRAWN, (proposal, number) -> add(proposal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (proposals.size() < COUNT) {
      throw new IllegalStateException("only " + proposals.size() + " have three candidates");
    }
  }

  private void add(ModelPricing pricing) {
    models.add(pricing.getModelId());
    prices.put(pricing.getModelId(), kind == Kind.PLAIN ? plain(pricing) : pricing);
  }

  private void add(Proposal proposal) {
    if (proposals.size() < COUNT && proposal.getCandidateModels().size() == CANDIDATES) {
      proposals.add(kind == Kind.PLAIN ? plain(proposal) : full(proposal));
    }
  }

  private static ModelPricing plain(ModelPricing pricing) {
    pricing.setTokenFactor(1);
    pricing.setTunedRetiresAt(null);
    pricing.setReplacement(null);
    for (PricePeriod period : pricing.getPeriods()) {
      period.setCacheWritePerMTok(null);
      period.setBatchInputPerMTok(null);
      period.setBatchOutputPerMTok(null);
      period.setTiers(List.of());
    }
    return pricing;
  }

  private static Proposal plain(Proposal proposal) {
    proposal.setStage(Stage.PROPOSED);
    proposal.setLiveSince(null);
    proposal.setRetrieval(null);
    proposal.setAlternativeModels(List.of());
    Workload workload = proposal.getWorkload();
    workload.setRequestsPerMonthLow(null);
    workload.setRequestsPerMonthHigh(null);
    workload.setCacheWriteShare(0);
    workload.setKeptCachedShare(0);
    workload.setBatchShare(0);
    workload.setFewShotTokens(0);
    proposal.getCosts().setTrainingRuns(1);
    proposal.getCosts().setOverrun(0);
    proposal.getCosts().setPerExample(0);
    return proposal;
  }

  private Proposal full(Proposal proposal) {
    proposal.setRetrieval(
        Retrieval.newBuilder()
            .setTokens(2_000)
            .setPerRequest(0.0001)
            .setPerMonth(200)
            .setUpfront(3_000)
            .build());
    Workload workload = proposal.getWorkload();
    long requests = workload.getRequestsPerMonth();
    workload.setRequestsPerMonthLow(requests / 2);
    workload.setRequestsPerMonthHigh(2 * requests);
    List<String> alternatives = new ArrayList<>();
    for (int i = proposals.size(); alternatives.size() < ALTERNATIVES; i++) {
      String model = models.get(i % models.size());
      if (!model.equals(proposal.getBaselineModel())) {
        alternatives.add(model);
      }
    }
    proposal.setAlternativeModels(alternatives);
    return proposal;
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

package dev.tuneornot.standalone.faults;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.UsageTolerance;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Usage;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The last accepted inputs: what everything in the outputs has to follow from. */
final class Truth {
  private final Map<String, Proposal> proposals = new HashMap<>();
  private final Map<String, ModelPricing> prices = new HashMap<>();
  private final Map<String, Policy> policies = new HashMap<>();
  private final Map<String, Usage> usage = new HashMap<>();

  void accept(Proposal proposal) {
    proposals.put(proposal.getProposalId(), proposal);
  }

  void acceptProposals(Collection<Proposal> accepted) {
    accepted.forEach(this::accept);
  }

  void delete(Collection<String> proposalIds) {
    proposals.keySet().removeAll(proposalIds);
  }

  void accept(ModelPricing pricing) {
    prices.put(pricing.getModelId(), pricing);
  }

  void acceptPrices(Collection<ModelPricing> accepted) {
    accepted.forEach(this::accept);
  }

  /** Puts usage in force, where it differs enough from what is. */
  void accept(Usage received) {
    String proposalId = received.getProposalId();
    if (UsageTolerance.isTakenIntoAccount(usage.get(proposalId), received, Policies.builtin())) {
      usage.put(proposalId, received);
    }
  }

  void deleteUsage(Collection<String> proposalIds) {
    usage.keySet().removeAll(proposalIds);
  }

  void accept(String portfolio, Policy policy) {
    policies.put(portfolio, policy);
  }

  /** As they are now, by id. */
  Map<String, Proposal> proposals() {
    return Map.copyOf(proposals);
  }

  /** As they are now, by model. */
  Map<String, ModelPricing> prices() {
    return Map.copyOf(prices);
  }

  Set<String> proposalIds() {
    return Set.copyOf(proposals.keySet());
  }

  int size() {
    return proposals.size();
  }

  /** What the rules say of a proposal at an instant. */
  Recommendation recommendation(String proposalId, Instant at) {
    Proposal proposal = proposals.get(proposalId);
    return Evaluator.evaluate(
        proposal,
        usage.get(proposalId),
        prices::get,
        Policies.inForce(proposal.getPortfolio(), policies::get),
        at);
  }
}

package dev.tuneornot.standalone.faults;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
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
        proposal, null, prices::get, Policies.inForce(proposal.getPortfolio(), policies::get), at);
  }
}

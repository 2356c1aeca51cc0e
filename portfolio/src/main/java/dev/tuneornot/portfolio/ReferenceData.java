package dev.tuneornot.portfolio;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Usage;
import java.time.Instant;
import java.util.Map;

/**
 * What proposals are evaluated by.
 *
 * @param usage in force, by proposal
 */
public record ReferenceData(
    Map<String, ModelPricing> prices, Map<String, Policy> policies, Map<String, Usage> usage) {

  /** Without any measured usage. */
  public ReferenceData(Map<String, ModelPricing> prices, Map<String, Policy> policies) {
    this(prices, policies, Map.of());
  }

  /** The recommendation for a proposal as of an instant, which has no history. */
  public Recommendation evaluate(Proposal proposal, Instant asOf) {
    Policy policy = Policies.inForce(proposal.getPortfolio(), policies::get);
    return Evaluator.evaluate(
        proposal, usage.get(proposal.getProposalId()), prices::get, policy, asOf);
  }
}

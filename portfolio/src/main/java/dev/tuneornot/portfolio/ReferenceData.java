package dev.tuneornot.portfolio;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import java.time.Instant;
import java.util.Map;

/** The prices and policies by which proposals are evaluated. */
public record ReferenceData(Map<String, ModelPricing> prices, Map<String, Policy> policies) {

  /** The recommendation for a proposal as of an instant, which has no history. */
  public Recommendation evaluate(Proposal proposal, Instant asOf) {
    Policy policy = Policies.inForce(proposal.getPortfolio(), policies::get);
    return Evaluator.evaluate(proposal, prices::get, policy, asOf);
  }
}

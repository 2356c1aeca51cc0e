package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Hosting;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.portfolio.summary.Dollars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals can be funded, and how. The first way is the one that is recommended, where its
 * verdict is among those asked for. The others are the candidates that would be the best one, with
 * such a verdict, if hosting them cost nothing: they may pay once the hosting is shared.
 */
public final class Fundables {

  private final ReferenceData reference;
  private final Instant at;
  private final Set<Verdict> verdicts;
  private final Map<String, ModelPricing> unhosted = new HashMap<>();

  /**
   * @param included verdicts besides GO
   */
  public Fundables(ReferenceData reference, Instant at, Set<Verdict> included) {
    this.reference = reference;
    this.at = at;
    this.verdicts = EnumSet.of(Verdict.GO);
    this.verdicts.addAll(included);
  }

  /** Empty where it cannot be funded. */
  public Optional<Fundable> of(Proposal proposal) {
    Policy policy = Policies.inForce(proposal.getPortfolio(), reference.policies()::get);
    Recommendation now = evaluate(proposal, policy, reference.prices()::get);
    List<Way> ways = new ArrayList<>();
    for (String candidate : proposal.getCandidateModels()) {
      Way way = hostedOn(candidate, proposal, policy);
      if (way != null) {
        ways.add(way);
      }
    }
    CandidateEvaluation best = best(now);
    if (best != null
        && verdicts.contains(now.getVerdict())
        && ways.stream().noneMatch(way -> way.modelId().equals(best.getModelId()))) {
      ways.add(
          0,
          Way.unhosted(
              best.getModelId(),
              Dollars.of(best.getUpfrontCost()),
              Dollars.of(best.getNetBenefit())));
    }
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fundable(
                proposal.getProposalId(),
                proposal.getPortfolio(),
                now.getVerdict(),
                List.copyOf(ways)));
  }

  /** Null where hosting the model costs nothing, or the proposal would not take it even then. */
  private @Nullable Way hostedOn(String candidate, Proposal proposal, Policy policy) {
    Optional<Hosting> hosting = Hosting.of(candidate, reference.prices()::get, policy, at);
    if (hosting.isEmpty()) {
      return null;
    }
    ModelPricing free =
        unhosted.computeIfAbsent(candidate, id -> withoutHosting(reference.prices().get(id)));
    Recommendation then =
        evaluate(proposal, policy, id -> id.equals(candidate) ? free : reference.prices().get(id));
    CandidateEvaluation best = best(then);
    if (best == null
        || !best.getModelId().equals(candidate)
        || !verdicts.contains(then.getVerdict())) {
      return null;
    }
    return new Way(
        candidate,
        Dollars.of(best.getUpfrontCost()),
        Dollars.of(best.getNetBenefit()),
        Base.of(hosting.get()),
        Dollars.of(hosting.get().perMonth() * best.getHorizonMonths()));
  }

  private Recommendation evaluate(Proposal proposal, Policy policy, PriceBook prices) {
    return Evaluator.evaluate(
        proposal, reference.usage().get(proposal.getProposalId()), prices, policy, at);
  }

  private static @Nullable CandidateEvaluation best(Recommendation recommendation) {
    return recommendation.getCandidates().stream()
        .filter(candidate -> candidate.getModelId().equals(recommendation.getBestModel()))
        .findFirst()
        .orElse(null);
  }

  private static ModelPricing withoutHosting(ModelPricing pricing) {
    ModelPricing free = ModelPricing.newBuilder(pricing).build();
    free.getPeriods().stream()
        .filter(period -> period.getTuning() != null)
        .forEach(period -> period.getTuning().setHostingPerHour(0.0));
    return free;
  }
}

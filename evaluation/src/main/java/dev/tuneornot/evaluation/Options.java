package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.boxed;
import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachOption;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Retrieval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each way would cost, and the one that was decided (section 6, O1 to O5). */
final class Options {
  private static final int ALL = 5;

  private final Demand demand;
  private final double horizonMonths;
  private final List<ApproachOption> options = new ArrayList<>(ALL);

  private Options(Demand demand, Policy policy) {
    this.demand = demand;
    this.horizonMonths = policy.getHorizonMonths();
  }

  /**
   * @param reference null where there is none
   * @param best the best candidate, null where there is none
   */
  static Options of(
      Proposal proposal,
      Demand demand,
      @Nullable ModelPrices reference,
      @Nullable Best best,
      Policy policy,
      long now) {
    Options options = new Options(demand, policy);
    Retrieval retrieval = proposal.getRetrieval();
    if (reference != null && reference.isPriced() && !reference.isRetired(now)) {
      options.addUntuned(reference, proposal.getWorkload().getFewShotTokens(), retrieval);
    }
    if (best != null) {
      options.addTuned(best, retrieval);
    }
    return options;
  }

  private void addUntuned(ModelPrices reference, int fewShotTokens, @Nullable Retrieval retrieval) {
    double prompt = demand.promptTokens();
    double cost = RequestCosts.untuned(reference, demand, prompt);
    add(Approach.PROMPTING, reference, cost, 0, demand.requests() * cost); // O1
    if (fewShotTokens > 0) { // O2
      cost = RequestCosts.untuned(reference, demand, prompt + fewShotTokens);
      add(Approach.FEW_SHOT, reference, cost, 0, demand.requests() * cost);
    }
    if (retrieval != null) { // O3
      cost =
          RequestCosts.untuned(reference, demand, prompt + retrieval.getTokens())
              + retrieval.getPerRequest();
      double monthly = demand.requests() * cost + retrieval.getPerMonth();
      add(Approach.RAG, reference, cost, retrieval.getUpfront(), monthly);
    }
  }

  private void addTuned(Best best, @Nullable Retrieval retrieval) {
    CandidateEvaluation figures = best.evaluation();
    ModelPrices candidate = best.prices();
    double prompt = demand.promptTokens() - demand.removableTokens();
    double upfront = figures.getUpfrontCost();
    double cost =
        demand.retrievalTokens() == 0
            ? figures.getTunedCostPerRequest()
            : RequestCosts.tuned(candidate, demand, prompt);
    add(Approach.FINE_TUNING, candidate, cost, upfront, monthly(figures, cost)); // O4
    if (retrieval != null) { // O5
      cost =
          RequestCosts.tuned(candidate, demand, prompt + retrieval.getTokens())
              + retrieval.getPerRequest();
      add(
          Approach.FINE_TUNING_WITH_RAG,
          candidate,
          cost,
          upfront + retrieval.getUpfront(),
          monthly(figures, cost) + retrieval.getPerMonth());
    }
  }

  private double monthly(CandidateEvaluation figures, double costPerRequest) {
    return demand.requests() * costPerRequest
        + figures.getMonthlyFixedCost()
        + figures.getMonthlyRetrainingCost();
  }

  private void add(
      Approach approach, ModelPrices model, double cost, double upfront, double monthly) {
    ApproachOption option = new ApproachOption();
    option.setApproach(approach);
    option.setModelId(model.modelId());
    option.setCostPerRequest(figure(cost));
    option.setUpfrontCost(figure(upfront));
    option.setMonthlyCost(figure(monthly));
    option.setHorizonCost(figure(upfront + monthly * horizonMonths));
    options.add(option);
  }

  /** Puts the options, and what the decision costs, into a recommendation. */
  void putInto(Recommendation recommendation, Proposal proposal) {
    recommendation.setOptions(options);
    ApproachOption decided = ofDecision(recommendation.getDecision());
    if (decided == null) {
      return;
    }
    double upfront =
        recommendation.getDecision() == Decision.COLLECT_DATA
            ? figure(recommendation.getMissingExamples() * proposal.getCosts().getPerExample())
            : decided.getUpfrontCost();
    recommendation.setDecisionUpfrontCost(boxed(upfront));
    recommendation.setDecisionMonthlyCost(boxed(decided.getMonthlyCost()));
  }

  private @Nullable ApproachOption ofDecision(Decision decision) {
    return switch (decision) {
      case USE_PROMPTING, COLLECT_DATA -> find(Approach.PROMPTING);
      case USE_RAG -> find(Approach.RAG);
      case FEW_SHOT -> find(Approach.FEW_SHOT, Approach.PROMPTING);
      case FINE_TUNE -> find(Approach.FINE_TUNING);
      case FINE_TUNE_WITH_RAG -> find(Approach.FINE_TUNING_WITH_RAG, Approach.FINE_TUNING);
      case UNDECIDED, OTHER -> null;
    };
  }

  private @Nullable ApproachOption find(Approach approach, Approach otherwise) {
    ApproachOption option = find(approach);
    return option == null ? find(otherwise) : option;
  }

  private @Nullable ApproachOption find(Approach approach) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).getApproach() == approach) {
        return options.get(i);
      }
    }
    return null;
  }
}

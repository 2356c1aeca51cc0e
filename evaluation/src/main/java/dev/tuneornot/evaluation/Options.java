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
import dev.tuneornot.model.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each way would cost, and the one that was decided (section 6, O1 to O5). */
final class Options {
  private Options() {}

  /**
   * In the order of the approaches.
   *
   * @param reference null where there is none
   * @param best the best candidate, null where there is none
   */
  static List<ApproachOption> of(
      Proposal proposal,
      Demand demand,
      @Nullable ModelPrices reference,
      @Nullable Best best,
      Policy policy,
      long now) {
    Retrieval retrieval = proposal.getRetrieval();
    List<ApproachOption> options = new ArrayList<>(retrieval == null ? 2 : 4);
    if (reference != null && reference.isPriced() && !reference.isRetired(now)) {
      addUntuned(options, reference, demand, proposal.getWorkload(), retrieval, policy);
    }
    if (best != null) {
      addTuned(options, best, demand, retrieval, policy);
    }
    return options;
  }

  private static void addUntuned(
      List<ApproachOption> options,
      ModelPrices reference,
      Demand demand,
      Workload stated,
      @Nullable Retrieval retrieval,
      Policy policy) {
    double prompt = demand.promptTokens();
    double cost = RequestCosts.untuned(reference, demand, prompt);
    double monthly = demand.requests() * cost;
    options.add(option(Approach.PROMPTING, reference, cost, 0, monthly, policy)); // O1
    if (stated.getFewShotTokens() > 0) { // O2
      cost = RequestCosts.untuned(reference, demand, prompt + stated.getFewShotTokens());
      monthly = demand.requests() * cost;
      options.add(option(Approach.FEW_SHOT, reference, cost, 0, monthly, policy));
    }
    if (retrieval != null) { // O3
      cost =
          RequestCosts.untuned(reference, demand, prompt + retrieval.getTokens())
              + retrieval.getPerRequest();
      monthly = demand.requests() * cost + retrieval.getPerMonth();
      options.add(option(Approach.RAG, reference, cost, retrieval.getUpfront(), monthly, policy));
    }
  }

  private static void addTuned(
      List<ApproachOption> options,
      Best best,
      Demand demand,
      @Nullable Retrieval retrieval,
      Policy policy) {
    CandidateEvaluation figures = best.evaluation();
    ModelPrices candidate = best.prices();
    double prompt = demand.promptTokens() - demand.removableTokens();
    double upfront = figures.getUpfrontCost();
    double cost =
        demand.retrievalTokens() == 0
            ? figures.getTunedCostPerRequest()
            : RequestCosts.tuned(candidate, demand, prompt);
    double monthly = monthly(demand, cost, figures);
    options.add(option(Approach.FINE_TUNING, candidate, cost, upfront, monthly, policy)); // O4
    if (retrieval != null) { // O5
      cost =
          RequestCosts.tuned(candidate, demand, prompt + retrieval.getTokens())
              + retrieval.getPerRequest();
      monthly = monthly(demand, cost, figures) + retrieval.getPerMonth();
      upfront += retrieval.getUpfront();
      options.add(option(Approach.FINE_TUNING_WITH_RAG, candidate, cost, upfront, monthly, policy));
    }
  }

  private static double monthly(Demand demand, double costPerRequest, CandidateEvaluation figures) {
    return demand.requests() * costPerRequest
        + figures.getMonthlyFixedCost()
        + figures.getMonthlyRetrainingCost();
  }

  private static ApproachOption option(
      Approach approach,
      ModelPrices model,
      double cost,
      double upfront,
      double monthly,
      Policy policy) {
    ApproachOption option = new ApproachOption();
    option.setApproach(approach);
    option.setModelId(model.modelId());
    option.setCostPerRequest(figure(cost));
    option.setUpfrontCost(figure(upfront));
    option.setMonthlyCost(figure(monthly));
    option.setHorizonCost(figure(upfront + monthly * policy.getHorizonMonths()));
    return option;
  }

  /** Puts what the decision costs into a recommendation that has its options. */
  static void putDecided(Recommendation recommendation, Proposal proposal) {
    ApproachOption decided = decided(recommendation);
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

  private static @Nullable ApproachOption decided(Recommendation recommendation) {
    List<ApproachOption> options = recommendation.getOptions();
    return switch (recommendation.getDecision()) {
      case USE_PROMPTING, COLLECT_DATA -> find(options, Approach.PROMPTING);
      case USE_RAG -> find(options, Approach.RAG);
      case FEW_SHOT -> find(options, Approach.FEW_SHOT, Approach.PROMPTING);
      case FINE_TUNE -> find(options, Approach.FINE_TUNING);
      case FINE_TUNE_WITH_RAG -> find(options, Approach.FINE_TUNING_WITH_RAG, Approach.FINE_TUNING);
      case UNDECIDED, OTHER -> null;
    };
  }

  private static @Nullable ApproachOption find(
      List<ApproachOption> options, Approach approach, Approach otherwise) {
    ApproachOption option = find(options, approach);
    return option == null ? find(options, otherwise) : option;
  }

  private static @Nullable ApproachOption find(List<ApproachOption> options, Approach approach) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).getApproach() == approach) {
        return options.get(i);
      }
    }
    return null;
  }
}

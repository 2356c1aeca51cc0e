package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.boxed;
import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.AlternativeStatus;
import dev.tuneornot.model.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the models that would do the job untuned cost, and which of them is worth switching to
 * (section 5, alternatives).
 *
 * @param evaluations one an alternative, in the proposal's order
 * @param best index of the bestAlternative, {@link #NONE} where there is none
 */
record Alternatives(List<AlternativeEvaluation> evaluations, int best) {
  static final int NONE = -1;

  private static final Alternatives WITHOUT = new Alternatives(List.of(), NONE);

  /**
   * @param models the alternatives, in the proposal's order
   * @param baseline null where the proposal names none
   */
  static Alternatives compare(
      ModelPrices[] models,
      @Nullable ModelPrices baseline,
      Demand demand,
      Policy policy,
      long now) {
    if (models.length == 0) {
      return WITHOUT;
    }
    Double baselineCost =
        baseline == null || !baseline.isPriced() || baseline.isRetired(now)
            ? null
            : boxed(RequestCosts.untuned(baseline, demand, demand.untunedPromptTokens()));
    List<AlternativeEvaluation> evaluations = new ArrayList<>(models.length);
    int cheapest = NONE;
    for (int i = 0; i < models.length; i++) {
      AlternativeEvaluation evaluation = evaluate(models[i], baselineCost, demand, now);
      evaluations.add(evaluation);
      if (evaluation.getStatus() == AlternativeStatus.COMPARED
          && !models[i].retiresSoon(policy, now)
          && (cheapest == NONE || isCheaper(evaluation, evaluations.get(cheapest)))) {
        cheapest = i;
      }
    }
    boolean baselineStays =
        baselineCost != null && baseline != null && !baseline.retiresSoon(policy, now);
    if (cheapest != NONE && baselineStays) {
      double most = (1 - policy.getSwitchShare()) * baselineCost;
      cheapest = evaluations.get(cheapest).getCostPerRequest() < most ? cheapest : NONE;
    }
    return new Alternatives(evaluations, cheapest);
  }

  private static boolean isCheaper(AlternativeEvaluation one, AlternativeEvaluation other) {
    return one.getCostPerRequest() < other.getCostPerRequest();
  }

  private static AlternativeEvaluation evaluate(
      ModelPrices model, @Nullable Double baselineCost, Demand demand, long now) {
    AlternativeEvaluation evaluation = new AlternativeEvaluation();
    evaluation.setModelId(model.modelId());
    if (model.isRetired(now)) {
      evaluation.setStatus(AlternativeStatus.RETIRED);
      return evaluation;
    }
    if (!model.isPriced()) {
      evaluation.setStatus(AlternativeStatus.UNPRICED);
      return evaluation;
    }
    double cost = RequestCosts.untuned(model, demand, demand.untunedPromptTokens());
    evaluation.setStatus(AlternativeStatus.COMPARED);
    evaluation.setCostPerRequest(boxed(cost));
    evaluation.setMonthlyCost(boxed(figure(demand.requests() * cost)));
    if (baselineCost != null) {
      evaluation.setMonthlySavings(boxed(figure(demand.requests() * (baselineCost - cost))));
    }
    return evaluation;
  }

  /** The bestAlternative, null where there is none. */
  @Nullable AlternativeEvaluation bestEvaluation() {
    return best == NONE ? null : evaluations.get(best);
  }
}

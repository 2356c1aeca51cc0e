package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that a proposal names, with their prices at an instant.
 *
 * @param baseline null where the proposal names none
 * @param alternatives in the proposal's order, not to be changed
 * @param candidates in the proposal's order, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and a list more would cost time.
record NamedModels(
    @Nullable ModelPrices baseline, ModelPrices[] alternatives, ModelPrices[] candidates) {

  private static final ModelPrices[] NONE = {};

  static NamedModels of(Proposal proposal, PriceBook prices, Policy policy, long now) {
    String baselineModel = proposal.getBaselineModel();
    ModelPricing baseline = baselineModel == null ? null : prices.find(baselineModel);
    return new NamedModels(
        baselineModel == null
            ? null
            : ModelPrices.at(now, baselineModel, baseline, baseline, policy),
        all(proposal.getAlternativeModels(), baseline, prices, policy, now),
        all(proposal.getCandidateModels(), baseline, prices, policy, now));
  }

  private static ModelPrices[] all(
      List<String> models,
      @Nullable ModelPricing baseline,
      PriceBook prices,
      Policy policy,
      long now) {
    if (models.isEmpty()) {
      return NONE;
    }
    ModelPrices[] all = new ModelPrices[models.size()];
    for (int i = 0; i < all.length; i++) {
      String model = models.get(i);
      all[i] = ModelPrices.at(now, model, prices.find(model), baseline, policy);
    }
    return all;
  }
}

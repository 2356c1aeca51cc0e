package dev.tuneornot.evaluation;

import dev.tuneornot.model.Policy;
import java.util.Map;

/** What a provider takes off its prices (section 5). */
final class Discounts {
  private Discounts() {}

  /** 1 - d; 1 where the provider of the model gives no discount. */
  static double paidShare(String modelId, Policy policy) {
    Map<String, Double> discounts = policy.getDiscounts();
    if (discounts.isEmpty()) {
      return 1;
    }
    Double discount = discounts.get(modelId.substring(0, modelId.indexOf('/')));
    return discount == null ? 1 : 1 - discount;
  }
}

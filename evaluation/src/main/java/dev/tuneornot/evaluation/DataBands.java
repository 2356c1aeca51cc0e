package dev.tuneornot.evaluation;

import dev.tuneornot.model.DataBand;
import dev.tuneornot.model.Policy;

/** How much training data there is (section 4). */
final class DataBands {
  private DataBands() {}

  static DataBand of(int examples, Policy policy) {
    if (examples < policy.getMinimumExamples()) {
      return DataBand.BELOW_MINIMUM;
    }
    if (examples < policy.getGoodExamples()) {
      return DataBand.MINIMUM;
    }
    return examples < policy.getGreatExamples() ? DataBand.GOOD : DataBand.GREAT;
  }

  /** Examples short of the minimum, 0 where there are enough. */
  static int missingExamples(int examples, Policy policy) {
    return Math.max(0, policy.getMinimumExamples() - examples);
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.EnumLists.bit;

import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Risk;
import java.util.List;

/** Risks of tuning, only where tuning is the leaf (section 4, R1 to R5). */
final class Risks {
  private static final EnumLists<Risk> LISTS = new EnumLists<>(Risk.values());
  private static final NeedSet KNOWLEDGE = NeedSet.of(Need.FRESH_KNOWLEDGE, Need.DOMAIN_KNOWLEDGE);
  private static final int ALWAYS = // R2, R3, R5
      bit(Risk.CATASTROPHIC_FORGETTING)
          | bit(Risk.TRAINING_DATA_ARTIFACTS)
          | bit(Risk.HARD_TO_EVALUATE);

  private Risks() {}

  static List<Risk> of(Leaf leaf, int examples, NeedSet needs, Policy policy) {
    if (leaf != Leaf.FINE_TUNE) {
      return List.of();
    }
    int risks = ALWAYS;
    if (examples < policy.getGoodExamples()) {
      risks |= bit(Risk.OVERFITTING); // R1
    }
    if (needs.hasAnyOf(KNOWLEDGE)) {
      risks |= bit(Risk.STALE_KNOWLEDGE); // R4
    }
    return LISTS.get(risks);
  }
}

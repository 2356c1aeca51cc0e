package dev.tuneornot.standalone.faults;

import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;

/**
 * A change of one price.
 *
 * @param pricing what is sent
 * @param before the prices until then
 * @param after the prices from then on
 * @param effects what it must lead to
 */
record Change(ModelPricing pricing, PriceBook before, PriceBook after, Effects effects) {

  /** How many proposals must get another recommendation. */
  int outputs() {
    return effects.changed().size();
  }
}

package dev.tuneornot.evaluation;

import dev.tuneornot.model.ModelPricing;
import org.jspecify.annotations.Nullable;

/** All prices that are known. */
@FunctionalInterface
public interface PriceBook {
  /** The price history of a model, null where none is known. */
  @Nullable ModelPricing find(String modelId);
}

package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * The global table, decoded at most once a second: a courtesy to the foreign-key join, which would
 * otherwise decode two or three prices for every row.
 */
final class CachedPrices implements PriceBook {
  static final String STORE = "other-prices";

  private static final long FRESH_NANOS = 1_000_000_000;

  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<ModelPricing>> store;
  private final Map<String, ModelPricing> decoded = new HashMap<>();
  private long since = System.nanoTime();

  CachedPrices(ReadOnlyKeyValueStore<String, ValueAndTimestamp<ModelPricing>> store) {
    this.store = store;
  }

  @Override
  public @Nullable ModelPricing find(String modelId) {
    long now = System.nanoTime();
    if (now - since > FRESH_NANOS) {
      decoded.clear();
      since = now;
    }
    return decoded.computeIfAbsent(modelId, id -> ValueAndTimestamp.getValueOrNull(store.get(id)));
  }
}

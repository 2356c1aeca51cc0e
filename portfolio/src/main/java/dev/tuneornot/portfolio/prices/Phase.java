package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prices that a source states for a time.
 *
 * @param from null: since ever, as far as the source knows
 * @param prices USD by field; not modified
 * @param tiers null: nothing is said
 */
public record Phase(
    @Nullable Instant from, Map<PriceField, Double> prices, @Nullable List<Tier> tiers) {

  boolean hasBegun(Instant at) {
    return from == null || !from.isAfter(at);
  }
}

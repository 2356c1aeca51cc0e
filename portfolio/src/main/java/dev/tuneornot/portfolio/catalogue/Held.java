package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The prices that are there already.
 *
 * @param prices by model
 * @param staleAfter the age from which on the most demanding policy calls a price stale
 */
public record Held(Map<String, ModelPricing> prices, Duration staleAfter) {

  /** Nothing yet, under the builtin policy. */
  public static Held none() {
    return of(Map.of(), List.of());
  }

  public static Held of(Map<String, ModelPricing> prices, Collection<Policy> policies) {
    int days =
        policies.stream()
            .mapToInt(Policy::getStalePriceDays)
            .min()
            .orElse(Policies.builtin().getStalePriceDays());
    return new Held(prices, Duration.ofDays(days));
  }

  /** A third of it: early enough that no price becomes stale between two imports a month apart. */
  public Duration refreshAfter() {
    return staleAfter.dividedBy(3);
  }
}

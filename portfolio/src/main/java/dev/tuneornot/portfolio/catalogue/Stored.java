package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.RecordType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The prices that are there already.
 *
 * @param prices in force, by model
 * @param reviews of the prices that are held for review, by model
 * @param staleAfter the age from which on the most demanding policy calls a price stale
 * @param staleDaysOfAll stalePriceDays of the policy for every portfolio, by which prices are
 *     judged
 */
public record Stored(
    Map<String, ModelPricing> prices,
    Map<String, PriceReview> reviews,
    Duration staleAfter,
    int staleDaysOfAll) {

  /** Nothing yet, under the builtin policy. */
  public static Stored none() {
    return of(Map.of(), List.of());
  }

  /** Prices of which none is held for review. */
  public static Stored of(Map<String, ModelPricing> prices, Collection<Policy> policies) {
    int builtin = Policies.builtin().getStalePriceDays();
    int days = policies.stream().mapToInt(Policy::getStalePriceDays).min().orElse(builtin);
    int ofAll =
        policies.stream()
            .filter(policy -> policy.getPortfolio().equals(RecordType.EVERY_PORTFOLIO))
            .mapToInt(Policy::getStalePriceDays)
            .findFirst()
            .orElse(builtin);
    return new Stored(prices, Map.of(), Duration.ofDays(days), ofAll);
  }

  /** The same with what is held for review: meanwhile the price of before is in force. */
  public Stored with(Map<String, PriceReview> held) {
    Map<String, ModelPricing> inForce = new HashMap<>(prices);
    held.forEach(
        (modelId, review) -> {
          if (review.getInForce() == null) {
            inForce.remove(modelId);
          } else {
            inForce.put(modelId, review.getInForce());
          }
        });
    return new Stored(inForce, held, staleAfter, staleDaysOfAll);
  }

  /** A third of it: early enough that no price becomes stale between two imports a month apart. */
  public Duration refreshAfter() {
    return staleAfter.dividedBy(3);
  }
}

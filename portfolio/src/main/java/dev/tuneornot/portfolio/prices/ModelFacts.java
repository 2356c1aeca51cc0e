package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a model. What it does not say is absent, and never 0.
 *
 * @param modelId {@code provider/model}
 * @param origin for a person, such as {@code key openai/gpt-4o}
 * @param prices USD by field; not modified
 * @param tuningClosesAt null: nothing is said
 * @param retiresAt null: nothing is said
 */
public record ModelFacts(
    String modelId,
    String origin,
    Map<PriceField, Double> prices,
    @Nullable Instant tuningClosesAt,
    @Nullable Instant retiresAt,
    Provenance provenance) {

  /** What a source says of prices and nothing else. */
  public static ModelFacts ofPrices(
      String modelId, String origin, Map<PriceField, Double> prices, Provenance provenance) {
    return new ModelFacts(modelId, origin, prices, null, null, provenance);
  }

  /** The same with further prices, such as those of the tuned variant. */
  public ModelFacts withPrices(Map<PriceField, Double> others) {
    return new ModelFacts(
        modelId, origin, layered(prices, others), tuningClosesAt, retiresAt, provenance);
  }

  /** Both sources together; where they differ, the other one wins. */
  public ModelFacts overlaidBy(ModelFacts other) {
    return new ModelFacts(
        modelId,
        isCoveredBy(other) ? other.origin : origin + " and " + other.origin,
        layered(prices, other.prices),
        other.tuningClosesAt == null ? tuningClosesAt : other.tuningClosesAt,
        other.retiresAt == null ? retiresAt : other.retiresAt,
        provenanceWith(other));
  }

  private Provenance provenanceWith(ModelFacts other) {
    if (other.prices.isEmpty()) {
      return provenance.alsoFrom(other.provenance);
    }
    return isCoveredBy(other) ? other.provenance : provenance.with(other.provenance);
  }

  private boolean isCoveredBy(ModelFacts other) {
    return other.prices.keySet().containsAll(prices.keySet());
  }

  /** Whether a price of tuning is stated. */
  public boolean hasTuning() {
    return prices.keySet().stream().anyMatch(PriceField::isOfTuning);
  }

  /** A record with these facts alone. */
  public ModelPricing asPricing(Instant effectiveFrom) {
    PricePeriod period = PricePeriod.newBuilder().setEffectiveFrom(effectiveFrom).build();
    PriceField.put(period, prices);
    ModelPricing pricing =
        ModelPricing.newBuilder().setModelId(modelId).setPeriods(List.of(period)).build();
    pricing.setTuningClosesAt(tuningClosesAt);
    pricing.setRetiresAt(retiresAt);
    pricing.setSource(provenance.source());
    pricing.setObservedAt(provenance.observedAt());
    pricing.setConfidence(provenance.confidence());
    return pricing;
  }

  static Map<PriceField, Double> layered(
      Map<PriceField, Double> below, Map<PriceField, Double> above) {
    Map<PriceField, Double> all = new EnumMap<>(PriceField.class);
    all.putAll(below);
    all.putAll(above);
    return all;
  }
}

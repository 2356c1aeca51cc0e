package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a model. What it does not say is absent, and never 0.
 *
 * @param modelId {@code provider/model}
 * @param origin for a person, such as {@code models.dev, key openai/gpt-4o}
 * @param prices in force now, in USD by field; not modified
 * @param tiers in force now; null: nothing is said
 * @param history all phases that the source knows, in the order of time; empty where it knows the
 *     present only
 * @param tokenFactor null: nothing is said
 * @param alias whether the id names whatever is newest, and not a model
 */
public record ModelFacts(
    String modelId,
    String origin,
    Map<PriceField, Double> prices,
    @Nullable List<Tier> tiers,
    List<Phase> history,
    Dates dates,
    @Nullable Double tokenFactor,
    boolean alias,
    Provenance provenance) {

  /** What a source says of prices and nothing else. */
  public static ModelFacts ofPrices(
      String modelId, String origin, Map<PriceField, Double> prices, Provenance provenance) {
    return new ModelFacts(
        modelId, origin, prices, null, List.of(), Dates.NONE, null, isAlias(modelId), provenance);
  }

  /** What a source says of dates and nothing else. */
  public static ModelFacts ofDates(
      String modelId, String origin, Dates dates, Provenance provenance) {
    return ofPrices(modelId, origin, Map.of(), provenance).withDates(dates);
  }

  private static boolean isAlias(String modelId) {
    return modelId.endsWith("-latest") || modelId.endsWith(":latest");
  }

  /** The same with further prices, such as those of the tuned variant. */
  public ModelFacts withPrices(Map<PriceField, Double> others) {
    return new ModelFacts(
        modelId,
        origin,
        layered(prices, others),
        tiers,
        history,
        dates,
        tokenFactor,
        alias,
        provenance);
  }

  /** The same with tiers. */
  public ModelFacts withTiers(@Nullable List<Tier> others) {
    return new ModelFacts(
        modelId, origin, prices, others, history, dates, tokenFactor, alias, provenance);
  }

  /** The same with all phases. */
  public ModelFacts withHistory(List<Phase> phases) {
    return new ModelFacts(
        modelId, origin, prices, tiers, phases, dates, tokenFactor, alias, provenance);
  }

  /** The same with dates. */
  public ModelFacts withDates(Dates others) {
    return new ModelFacts(
        modelId, origin, prices, tiers, history, others, tokenFactor, alias, provenance);
  }

  /** The same of another model. */
  public ModelFacts of(String otherModelId) {
    return new ModelFacts(
        otherModelId,
        origin,
        prices,
        tiers,
        history,
        dates,
        tokenFactor,
        isAlias(otherModelId),
        provenance);
  }

  /** The same with a token factor; null: nothing is said. */
  public ModelFacts withTokenFactor(@Nullable Double factor) {
    return new ModelFacts(
        modelId, origin, prices, tiers, history, dates, factor, alias, provenance);
  }

  /** The same, marked as what is newest now. */
  public ModelFacts asAlias() {
    return new ModelFacts(
        modelId, origin, prices, tiers, history, dates, tokenFactor, true, provenance);
  }

  /** Both sources together; where they differ, the other one wins. */
  public ModelFacts overlaidBy(ModelFacts other) {
    return new ModelFacts(
        modelId,
        isCoveredBy(other) ? other.origin : origin + " and " + other.origin,
        layered(prices, other.prices),
        other.tiers == null ? tiers : other.tiers,
        other.history.isEmpty() ? history : other.history,
        dates.overlaidBy(other.dates),
        other.tokenFactor == null ? tokenFactor : other.tokenFactor,
        alias || other.alias,
        provenanceWith(other));
  }

  private Provenance provenanceWith(ModelFacts other) {
    if (!other.statesPrices()) {
      return provenance.alsoFrom(other.provenance);
    }
    return isCoveredBy(other) ? other.provenance : provenance.with(other.provenance);
  }

  private boolean isCoveredBy(ModelFacts other) {
    return other.prices.keySet().containsAll(prices.keySet())
        && (tiers == null || other.tiers != null);
  }

  /** Whether any price is stated. */
  public boolean statesPrices() {
    return !prices.isEmpty() || tiers != null;
  }

  /** Whether a price of tuning is stated. */
  public boolean hasTuning() {
    return prices.keySet().stream().anyMatch(PriceField::isOfTuning);
  }

  /** A record with these facts alone. */
  public ModelPricing asPricing(Instant effectiveFrom) {
    List<PricePeriod> periods = new ArrayList<>();
    for (Phase phase : history) {
      boolean inForce = phase.equals(phaseInForce(effectiveFrom));
      Instant from = phase.from() == null ? Instant.EPOCH : phase.from();
      // What other sources say belongs to the present and to what comes, not to the past.
      Map<PriceField, Double> known =
          phase.hasBegun(effectiveFrom) ? phase.prices() : layered(prices, phase.prices());
      periods.add(inForce ? period(from, prices, tiers) : period(from, known, phase.tiers()));
    }
    if (phaseInForce(effectiveFrom) == null && (statesPrices() || history.isEmpty())) {
      periods.add(0, period(effectiveFrom, prices, tiers));
    }
    ModelPricing pricing =
        ModelPricing.newBuilder().setModelId(modelId).setPeriods(periods).build();
    pricing.setTuningClosesAt(at(dates.tuningClosesAt()));
    pricing.setRetiresAt(at(dates.retiresAt()));
    pricing.setTunedRetiresAt(at(dates.tunedRetiresAt()));
    pricing.setReplacement(dates.replacement());
    if (tokenFactor != null) {
      pricing.setTokenFactor(tokenFactor);
    }
    Provenance noted = PriceMerge.noted(provenance, pricing, dates, alias);
    pricing.setSource(noted.source());
    pricing.setObservedAt(noted.observedAt());
    pricing.setConfidence(noted.confidence());
    return pricing;
  }

  /** The phase of the history in which an instant is; null: none. */
  @Nullable Phase phaseInForce(Instant at) {
    Phase last = null;
    for (Phase phase : history) {
      if (phase.hasBegun(at)) {
        last = phase;
      }
    }
    return last;
  }

  private static @Nullable Instant at(@Nullable Dated date) {
    return date == null ? null : date.at();
  }

  static PricePeriod period(
      Instant from, Map<PriceField, Double> prices, @Nullable List<Tier> tiers) {
    PricePeriod period = PricePeriod.newBuilder().setEffectiveFrom(from).build();
    PriceField.put(period, prices);
    period.setTiers(tiers == null ? List.of() : tiers);
    return period;
  }

  static Map<PriceField, Double> layered(
      Map<PriceField, Double> below, Map<PriceField, Double> above) {
    Map<PriceField, Double> all = new EnumMap<>(PriceField.class);
    all.putAll(below);
    all.putAll(above);
    return all;
  }
}

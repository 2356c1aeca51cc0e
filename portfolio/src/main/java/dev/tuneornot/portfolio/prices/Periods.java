package dev.tuneornot.portfolio.prices;

import dev.tuneornot.evaluation.PricePeriods;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.portfolio.prices.PriceChange.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a stored record with what sources say put over them: what begins at {@code
 * effectiveFrom}, what is announced for later, and what was before the first one.
 *
 * @param fields what is other than before
 * @param periods as they are to be
 */
record Periods(List<PricePeriod> periods, List<Field> fields) {

  static Periods of(ModelPricing stored, ModelFacts stated, Instant effectiveFrom) {
    TreeMap<Instant, PricePeriod> all = new TreeMap<>();
    stored.getPeriods().forEach(period -> all.put(period.getEffectiveFrom(), period));
    List<Field> fields = new ArrayList<>();
    PricePeriod inForce = PricePeriods.inForce(stored, effectiveFrom);
    PricePeriod next = next(inForce, stated, effectiveFrom);
    fields.addAll(differences(inForce, next));
    Instant first = stored.getPeriods().get(0).getEffectiveFrom();
    if (!fields.isEmpty()) {
      all.put(effectiveFrom, next);
    }
    addAnnounced(all, stated, effectiveFrom, next, fields);
    addPast(all, stated, first, effectiveFrom, fields);
    return new Periods(List.copyOf(all.values()), fields);
  }

  private static PricePeriod next(
      @Nullable PricePeriod inForce, ModelFacts stated, Instant effectiveFrom) {
    List<Tier> before = inForce == null ? List.of() : inForce.getTiers();
    return ModelFacts.period(
        effectiveFrom,
        ModelFacts.layered(PriceField.of(inForce), stated.prices()),
        stated.tiers() == null ? before : stated.tiers());
  }

  private static void addAnnounced(
      TreeMap<Instant, PricePeriod> all,
      ModelFacts stated,
      Instant effectiveFrom,
      PricePeriod next,
      List<Field> fields) {
    for (Phase phase : stated.history()) {
      Instant from = phase.from();
      if (from == null || !from.isAfter(effectiveFrom)) {
        continue;
      }
      PricePeriod known = all.get(from);
      PricePeriod base = known == null ? next : known;
      PricePeriod announced =
          ModelFacts.period(
              from,
              ModelFacts.layered(PriceField.of(base), phase.prices()),
              phase.tiers() == null ? base.getTiers() : phase.tiers());
      if (known == null || !differences(known, announced).isEmpty()) {
        all.put(from, announced);
        fields.add(field(from, known, announced));
      }
    }
  }

  /** What was before the first period that is stored; nothing that is stored changes. */
  private static void addPast(
      TreeMap<Instant, PricePeriod> all,
      ModelFacts stated,
      Instant first,
      Instant effectiveFrom,
      List<Field> fields) {
    for (Phase phase : stated.history()) {
      Instant from = phase.from() == null ? Instant.EPOCH : phase.from();
      if (from.isBefore(first) && from.isBefore(effectiveFrom) && !all.containsKey(from)) {
        PricePeriod past = ModelFacts.period(from, phase.prices(), phase.tiers());
        all.put(from, past);
        fields.add(field(from, null, past));
      }
    }
  }

  private static Field field(Instant from, @Nullable PricePeriod before, PricePeriod after) {
    return new Field("period from " + from, before == null ? null : words(before), words(after));
  }

  private static String words(PricePeriod period) {
    String prices =
        PriceField.of(period).entrySet().stream()
            .filter(price -> !price.getKey().isDefault(price.getValue()))
            .map(price -> price.getKey().path() + " " + PlainNumber.of(price.getValue()))
            .collect(Collectors.joining(", "));
    return period.getTiers().isEmpty() ? prices : prices + ", tiers " + words(period.getTiers());
  }

  /** Tiers for a person: {@code above 200000: 5, 0.5, unknown, 22.5}. */
  static String words(List<Tier> tiers) {
    if (tiers.isEmpty()) {
      return "none";
    }
    return tiers.stream()
        .map(
            tier ->
                "above %d: input %s, cached %s, cache write %s, output %s"
                    .formatted(
                        tier.getAbovePromptTokens(),
                        text(tier.getInputPerMTok()),
                        text(tier.getCachedInputPerMTok()),
                        text(tier.getCacheWritePerMTok()),
                        text(tier.getOutputPerMTok())))
        .collect(Collectors.joining("; "));
  }

  private static String text(@Nullable Double price) {
    return price == null ? "unknown" : PlainNumber.of(price);
  }

  /** The fields in which two periods differ; null: no period. */
  static List<Field> differences(@Nullable PricePeriod one, PricePeriod other) {
    Map<PriceField, Double> before = PriceField.of(one);
    Map<PriceField, Double> after = PriceField.of(other);
    List<Field> fields = new ArrayList<>();
    Map<PriceField, Double> all = new EnumMap<>(PriceField.class);
    all.putAll(before);
    all.putAll(after);
    for (PriceField field : all.keySet()) {
      Double price = after.get(field);
      boolean saysNothing = price != null && field.isDefault(price);
      if ((before.containsKey(field) || !saysNothing)
          && !Objects.equals(before.get(field), price)) {
        fields.add(new Field(field.path(), before.get(field), price));
      }
    }
    if (fields.isEmpty() && before.size() != after.size()) {
      fields.add(new Field("tuning", null, "possible, at unknown prices"));
    }
    List<Tier> tiers = one == null ? List.of() : one.getTiers();
    if (!tiers.equals(other.getTiers())) {
      fields.add(new Field("tiers", words(tiers), words(other.getTiers())));
    }
    return fields;
  }
}

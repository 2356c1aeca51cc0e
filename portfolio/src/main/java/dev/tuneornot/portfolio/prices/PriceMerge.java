package dev.tuneornot.portfolio.prices;

import dev.tuneornot.evaluation.PricePeriods;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.portfolio.prices.PriceChange.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts what sources say over what is held, so that history stays: other prices become a new period.
 * What no source says stays as it is held.
 *
 * @param effectiveFrom from when on the prices are in force
 * @param refreshAfter the age from which on an observation is replaced by a newer one
 */
public record PriceMerge(Instant effectiveFrom, Duration refreshAfter) {

  /**
   * What becomes of a model.
   *
   * @param held null: it is new
   */
  public PriceChange merge(@Nullable ModelPricing held, ModelFacts stated) {
    if (held == null) {
      ModelPricing result = stated.asPricing(effectiveFrom);
      return new PriceChange(
          Kind.NEW, result, priceFields(Map.of(), PriceField.of(result.getPeriods().get(0))));
    }
    PricePeriod inForce = PricePeriods.inForce(held, effectiveFrom);
    Map<PriceField, Double> before = PriceField.of(inForce);
    PricePeriod.Builder kept =
        inForce == null ? PricePeriod.newBuilder() : PricePeriod.newBuilder(inForce);
    PricePeriod next = kept.setEffectiveFrom(effectiveFrom).build();
    PriceField.put(next, ModelFacts.layered(before, stated.prices()));
    List<PriceChange.Field> fields = new ArrayList<>(priceFields(before, PriceField.of(next)));
    boolean otherPrices = !fields.isEmpty();

    ModelPricing result = ModelPricing.newBuilder(held).build();
    if (otherPrices) {
      result.setPeriods(withPeriod(held.getPeriods(), next));
    }
    setDates(result, stated);
    addIfOther(fields, "tuningClosesAt", held.getTuningClosesAt(), result.getTuningClosesAt());
    addIfOther(fields, "retiresAt", held.getRetiresAt(), result.getRetiresAt());
    Provenance known = provenance(held);
    Provenance provenance = provenance(known, before, stated);
    return changed(held, result, fields, known, provenance);
  }

  private PriceChange changed(
      ModelPricing held,
      ModelPricing result,
      List<PriceChange.Field> fields,
      Provenance known,
      Provenance provenance) {
    boolean moreTrusted = provenance.isMoreTrustedThan(known);
    if (fields.isEmpty() && !moreTrusted && !isDue(known, provenance)) {
      return new PriceChange(Kind.UNCHANGED, held, List.of());
    }
    result.setSource(provenance.source());
    result.setObservedAt(provenance.observedAt());
    result.setConfidence(provenance.confidence());
    addIfOther(fields, "confidence", known.confidence(), provenance.confidence());
    Kind kind = fields.isEmpty() ? Kind.REFRESHED : Kind.CHANGED;
    if (kind == Kind.REFRESHED) {
      addIfOther(fields, "observedAt", known.observedAt(), provenance.observedAt());
    }
    return new PriceChange(kind, result, List.copyOf(fields));
  }

  /** A less trusted source that says the same does not take the better one's place. */
  private boolean isDue(Provenance known, Provenance provenance) {
    Instant observed = provenance.observedAt();
    if (observed == null || known.isMoreTrustedThan(provenance)) {
      return false;
    }
    Instant before = known.observedAt();
    return before == null || before.plus(refreshAfter).isBefore(observed);
  }

  /** Of the held record, too, where it knows prices that no source states. */
  private static Provenance provenance(
      Provenance known, Map<PriceField, Double> before, ModelFacts stated) {
    boolean keepsPrices =
        before.entrySet().stream()
            .anyMatch(
                price ->
                    !stated.prices().containsKey(price.getKey())
                        && !(price.getKey().isZeroByDefault() && price.getValue() == 0));
    if (stated.prices().isEmpty()) {
      return known.alsoFrom(stated.provenance());
    }
    return keepsPrices ? known.with(stated.provenance()) : stated.provenance();
  }

  private static Provenance provenance(ModelPricing held) {
    return new Provenance(held.getSource(), held.getObservedAt(), held.getConfidence());
  }

  private static void setDates(ModelPricing result, ModelFacts stated) {
    if (stated.tuningClosesAt() != null) {
      result.setTuningClosesAt(stated.tuningClosesAt());
    }
    if (stated.retiresAt() != null) {
      result.setRetiresAt(stated.retiresAt());
    }
  }

  /** The periods with another one; in the place of one that begins at the same time. */
  private static List<PricePeriod> withPeriod(List<PricePeriod> periods, PricePeriod next) {
    List<PricePeriod> all = new ArrayList<>();
    for (PricePeriod period : periods) {
      if (period.getEffectiveFrom().isBefore(next.getEffectiveFrom())) {
        all.add(period);
      }
    }
    all.add(next);
    for (PricePeriod period : periods) {
      if (period.getEffectiveFrom().isAfter(next.getEffectiveFrom())) {
        all.add(period);
      }
    }
    return all;
  }

  private static List<PriceChange.Field> priceFields(
      Map<PriceField, Double> before, Map<PriceField, Double> after) {
    List<PriceChange.Field> fields = new ArrayList<>();
    Map<PriceField, Double> all = new EnumMap<>(PriceField.class);
    all.putAll(before);
    all.putAll(after);
    for (PriceField field : all.keySet()) {
      Double price = after.get(field);
      boolean saysNothing = field.isZeroByDefault() && price != null && price == 0;
      if (before.containsKey(field) || !saysNothing) {
        addIfOther(fields, field.path(), before.get(field), price);
      }
    }
    if (fields.isEmpty() && before.size() != after.size()) {
      fields.add(new PriceChange.Field("tuning", null, "possible, at unknown prices"));
    }
    return fields;
  }

  private static void addIfOther(
      List<PriceChange.Field> fields,
      String path,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(new PriceChange.Field(path, before, after));
    }
  }
}

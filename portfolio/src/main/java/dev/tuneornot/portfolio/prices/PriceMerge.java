package dev.tuneornot.portfolio.prices;

import dev.tuneornot.evaluation.PricePeriods;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.portfolio.prices.PriceChange.Field;
import dev.tuneornot.portfolio.prices.PriceChange.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts what sources say over what is stored, so that history stays: other prices become a new
 * period. What no source says stays as it is stored.
 *
 * @param effectiveFrom from when on the prices are in force
 * @param refreshAfter the age from which on an observation is replaced by a newer one
 */
public record PriceMerge(Instant effectiveFrom, Duration refreshAfter) {

  private static final String ALIAS = "an alias of what is newest";

  /**
   * What becomes of a model.
   *
   * @param stored null: it is new
   */
  public PriceChange merge(@Nullable ModelPricing stored, ModelFacts stated) {
    if (stored == null) {
      ModelPricing result = stated.asPricing(effectiveFrom);
      PricePeriod inForce = PricePeriods.inForce(result, effectiveFrom);
      List<Field> known = inForce == null ? new ArrayList<>() : Periods.differences(null, inForce);
      addDates(known, null, result, stated);
      return new PriceChange(Kind.NEW, result, List.copyOf(known), List.of());
    }
    Map<PriceField, Double> before = PriceField.of(PricePeriods.inForce(stored, effectiveFrom));
    Periods periods = Periods.of(stored, stated, effectiveFrom);
    List<Field> fields = new ArrayList<>(periods.fields());
    ModelPricing result = ModelPricing.newBuilder(stored).build();
    if (!fields.isEmpty()) {
      result.setPeriods(periods.periods());
    }
    List<Finding> findings = new ArrayList<>();
    setDates(result, stored, stated, findings);
    addDates(fields, stored, result, stated);
    if (stated.tokenFactor() != null) {
      addIfOther(fields, "tokenFactor", stored.getTokenFactor(), stated.tokenFactor());
      result.setTokenFactor(stated.tokenFactor());
    }
    if (stated.tiers() == null && changesInput(fields) && hasTiers(stored)) {
      String sentence = "its tiers stay as they are stored, although its price is another";
      findings.add(new Finding(Finding.Kind.TIERS_STAY, stored.getModelId(), sentence));
    }
    return changed(stored, result, fields, findings, before, stated);
  }

  private PriceChange changed(
      ModelPricing stored,
      ModelPricing result,
      List<Field> fields,
      List<Finding> findings,
      Map<PriceField, Double> before,
      ModelFacts stated) {
    Provenance known =
        new Provenance(stored.getSource(), stored.getObservedAt(), stored.getConfidence());
    Provenance provenance =
        noted(provenance(known, before, stated), result, stated.dates(), stated.alias());
    boolean moreTrusted = provenance.isMoreTrustedThan(known);
    if (fields.isEmpty() && !moreTrusted && !isDue(known, provenance)) {
      return new PriceChange(Kind.UNCHANGED, stored, List.of(), findings);
    }
    result.setSource(provenance.source());
    result.setObservedAt(provenance.observedAt());
    result.setConfidence(provenance.confidence());
    addIfOther(fields, "confidence", known.confidence(), provenance.confidence());
    Kind kind = fields.isEmpty() ? Kind.REFRESHED : Kind.CHANGED;
    if (kind == Kind.REFRESHED) {
      addIfOther(fields, "observedAt", known.observedAt(), provenance.observedAt());
    }
    return new PriceChange(kind, result, List.copyOf(fields), findings);
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

  /** Of the stored record, too, where it knows prices that no source states. */
  private static Provenance provenance(
      Provenance known, Map<PriceField, Double> before, ModelFacts stated) {
    if (!stated.statesPrices()) {
      return known;
    }
    boolean keepsPrices =
        before.entrySet().stream()
            .anyMatch(
                price ->
                    !stated.prices().containsKey(price.getKey())
                        && !price.getKey().isDefault(price.getValue()));
    return keepsPrices ? known.with(stated.provenance()) : keepingNotes(known, stated);
  }

  /** A date that stays keeps the note on where it was read. */
  private static Provenance keepingNotes(Provenance known, ModelFacts stated) {
    List<String> notes =
        Provenance.parts(known.source()).stream().filter(PriceMerge::isNote).toList();
    Provenance fresh = stated.provenance();
    return fresh.withSource(Provenance.joined(Provenance.parts(fresh.source()), notes));
  }

  private static boolean isNote(String part) {
    return part.startsWith(Dates.TUNING_CLOSES + ": ")
        || part.startsWith(Dates.RETIRES + ": ")
        || part.startsWith(Dates.TUNED_RETIRES + ": ");
  }

  /** With a note on each date that a feed gave, and on an alias. */
  static Provenance noted(Provenance provenance, ModelPricing result, Dates dates, boolean alias) {
    List<String> parts = new ArrayList<>(Provenance.parts(provenance.source()));
    note(parts, Dates.TUNING_CLOSES, dates.tuningClosesAt(), result.getTuningClosesAt());
    note(parts, Dates.RETIRES, dates.retiresAt(), result.getRetiresAt());
    note(parts, Dates.TUNED_RETIRES, dates.tunedRetiresAt(), result.getTunedRetiresAt());
    if (alias && !parts.contains(ALIAS)) {
      parts.add(ALIAS);
    }
    return provenance.withSource(Provenance.joined(parts, List.of()));
  }

  private static void note(
      List<String> parts, String field, @Nullable Dated date, @Nullable Instant at) {
    if (date == null || !date.at().equals(at)) {
      return;
    }
    parts.removeIf(part -> part.startsWith(field + ": "));
    if (date.certainty() != Dated.Certainty.OWN) {
      parts.add(date.note(field));
    } else if (!date.source().isEmpty() && !parts.contains(date.source())) {
      parts.add(date.source());
    }
  }

  private static void setDates(
      ModelPricing result, ModelPricing stored, ModelFacts stated, List<Finding> findings) {
    Dates dates = stated.dates();
    result.setTuningClosesAt(
        date(
            Dates.TUNING_CLOSES,
            stored.getTuningClosesAt(),
            dates.tuningClosesAt(),
            stored,
            findings));
    result.setRetiresAt(
        date(Dates.RETIRES, stored.getRetiresAt(), dates.retiresAt(), stored, findings));
    result.setTunedRetiresAt(
        date(
            Dates.TUNED_RETIRES,
            stored.getTunedRetiresAt(),
            dates.tunedRetiresAt(),
            stored,
            findings));
    if (dates.replacement() != null) {
      result.setReplacement(dates.replacement());
    }
  }

  /**
   * A feed replaces the date of a feed, where it is as sure; what a person set stays until a person
   * says otherwise.
   */
  private static @Nullable Instant date(
      String field,
      @Nullable Instant before,
      @Nullable Dated stated,
      ModelPricing stored,
      List<Finding> findings) {
    if (stated == null || stated.at().equals(before)) {
      return before;
    }
    if (before == null || stated.certainty() == Dated.Certainty.OWN) {
      return stated.at();
    }
    boolean ofAFeed =
        Provenance.parts(stored.getSource()).stream()
            .anyMatch(part -> part.startsWith(field + ": "));
    boolean marked = Dated.isMarked(stored.getSource(), field);
    if (marked || (ofAFeed && stated.certainty() == Dated.Certainty.EXACT)) {
      return stated.at();
    }
    String sentence = "%s %s stays as it is stored; %s".formatted(field, before, stated.words());
    findings.add(new Finding(Finding.Kind.DATE_STAYS, stored.getModelId(), sentence));
    return before;
  }

  private static void addDates(
      List<Field> fields, @Nullable ModelPricing stored, ModelPricing result, ModelFacts stated) {
    Dates dates = stated.dates();
    addDate(
        fields,
        Dates.TUNING_CLOSES,
        stored == null ? null : stored.getTuningClosesAt(),
        result.getTuningClosesAt(),
        dates.tuningClosesAt());
    addDate(
        fields,
        Dates.RETIRES,
        stored == null ? null : stored.getRetiresAt(),
        result.getRetiresAt(),
        dates.retiresAt());
    addDate(
        fields,
        Dates.TUNED_RETIRES,
        stored == null ? null : stored.getTunedRetiresAt(),
        result.getTunedRetiresAt(),
        dates.tunedRetiresAt());
    addIfOther(
        fields,
        "replacement",
        stored == null ? null : stored.getReplacement(),
        result.getReplacement());
  }

  private static void addDate(
      List<Field> fields,
      String path,
      @Nullable Instant before,
      @Nullable Instant after,
      @Nullable Dated stated) {
    if (!Objects.equals(before, after)) {
      fields.add(new Field(path, before, after, stated == null ? "" : stated.certainty().mark()));
    }
  }

  private static boolean changesInput(List<Field> fields) {
    return fields.stream().anyMatch(field -> field.path().equals(PriceField.INPUT.path()));
  }

  private boolean hasTiers(ModelPricing stored) {
    PricePeriod inForce = PricePeriods.inForce(stored, effectiveFrom);
    return inForce != null && !inForce.getTiers().isEmpty();
  }

  private static void addIfOther(
      List<Field> fields, String path, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(new Field(path, before, after));
    }
  }
}

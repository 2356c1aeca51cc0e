package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From one key of the catalogue to what it says of a model. */
final class CatalogueMapping {

  private static final int MILLION = 6;
  private static final String SAMPLE = "sample_spec";
  private static final String TUNED = "ft:";
  private static final Set<String> MODES = Set.of("chat", "completion", "responses");

  private static final List<String> INPUT = List.of("input_cost_per_token");
  private static final List<String> OUTPUT = List.of("output_cost_per_token");
  private static final List<String> CACHED =
      List.of("cache_read_input_token_cost", "input_cost_per_token_cache_hit");

  /** What became of a key. */
  sealed interface Outcome {

    /** The prices of a model. */
    record Model(ModelFacts facts) implements Outcome {}

    /** The prices of what is tuned from a model. */
    record Tuned(ModelFacts facts) implements Outcome {}

    /** None; with what is wrong, where something is. */
    record Skipped(SkipReason reason, List<Violation> violations) implements Outcome {}
  }

  private final Provenance provenance;

  CatalogueMapping(Provenance provenance) {
    this.provenance = provenance;
  }

  /** Whether this field becomes a price. */
  static boolean isTaken(String field) {
    return INPUT.contains(field) || OUTPUT.contains(field) || CACHED.contains(field);
  }

  Outcome map(CatalogueEntry entry) {
    String provider = Providers.normalised(entry.provider());
    String name = Providers.withoutPrefix(entry.key(), provider);
    SkipReason reason = reasonToSkip(entry, name);
    if (reason != null) {
      return new Outcome.Skipped(reason, List.of());
    }
    boolean isTuned = name.startsWith(TUNED);
    String modelId = provider + "/" + (isTuned ? name.substring(TUNED.length()) : name);
    Map<PriceField, Double> prices = new EnumMap<>(PriceField.class);
    try {
      put(prices, isTuned ? PriceField.TUNED_INPUT : PriceField.INPUT, entry, INPUT);
      put(prices, isTuned ? PriceField.TUNED_CACHED_INPUT : PriceField.CACHED_INPUT, entry, CACHED);
      put(prices, isTuned ? PriceField.TUNED_OUTPUT : PriceField.OUTPUT, entry, OUTPUT);
    } catch (NoPriceException none) {
      return new Outcome.Skipped(SkipReason.OUT_OF_BOUNDS, List.of(none.violation));
    }
    ModelFacts facts =
        ModelFacts.ofPrices(modelId, "key " + entry.key(), prices, provenanceOf(entry));
    List<Violation> violations = RecordType.MODEL_PRICING.check(facts.asPricing(Instant.EPOCH));
    if (!violations.isEmpty()) {
      return new Outcome.Skipped(SkipReason.OUT_OF_BOUNDS, violations);
    }
    return isTuned ? new Outcome.Tuned(facts) : new Outcome.Model(facts);
  }

  private static @Nullable SkipReason reasonToSkip(CatalogueEntry entry, String name) {
    if (entry.key().equals(SAMPLE)) {
      return SkipReason.SAMPLE;
    }
    if (entry.provider().isEmpty()) {
      return SkipReason.NO_PROVIDER;
    }
    String mode = entry.mode();
    if (mode == null) {
      return SkipReason.NO_MODE;
    }
    if (!MODES.contains(mode)) {
      return SkipReason.OTHER_MODE;
    }
    if (Regions.isIn(name)) {
      return SkipReason.REGION;
    }
    boolean hasPrice =
        entry.fields().contains(INPUT.get(0)) || entry.fields().contains(OUTPUT.get(0));
    return hasPrice ? null : SkipReason.NO_TOKEN_PRICE;
  }

  private Provenance provenanceOf(CatalogueEntry entry) {
    String page = entry.scalars().get("source");
    String source = provenance.source() + ", key " + entry.key();
    return new Provenance(
        page == null || page.isBlank() ? source : source + " (" + page.strip() + ")",
        provenance.observedAt(),
        provenance.confidence());
  }

  /** The first of these fields that is there, from USD a token to USD per MTok. */
  private static void put(
      Map<PriceField, Double> prices,
      PriceField field,
      CatalogueEntry entry,
      List<String> sources) {
    for (String source : sources) {
      if (entry.fields().contains(source)) {
        prices.put(field, perMTok(source, entry.scalars().get(source)));
        return;
      }
    }
  }

  // Through decimals, as 1.5e-07 * 1e6 in doubles is 0.15 only by luck.
  private static double perMTok(String field, @Nullable String perToken) {
    try {
      return new BigDecimal(String.valueOf(perToken)).scaleByPowerOfTen(MILLION).doubleValue();
    } catch (ArithmeticException | NumberFormatException unreadable) {
      throw new NoPriceException(new Violation(field, perToken, "a number of USD a token"));
    }
  }

  /** A field that is no number. */
  private static final class NoPriceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    NoPriceException(Violation violation) {
      super(violation.toString(), null, false, false);
      this.violation = violation;
    }
  }
}

package dev.tuneornot.portfolio.formats;

import static dev.tuneornot.portfolio.prices.PriceField.CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHE_WRITE;
import static dev.tuneornot.portfolio.prices.PriceField.INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.OUTPUT;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** models.dev's {@code api.json}: providers with models, USD per MTok. */
final class ModelsDev implements FormatReader {

  private static final String MODELS = "models";
  private static final String COST = "cost";
  private static final String TIERS = "tiers";
  private static final Map<String, PriceField> PRICES =
      Map.of(
          "input", INPUT,
          "output", OUTPUT,
          "cache_read", CACHED_INPUT,
          "cache_input", CACHED_INPUT,
          "cached_input", CACHED_INPUT,
          "cache_write", CACHE_WRITE,
          "cached_write", CACHE_WRITE);
  private static final Set<String> OTHER_UNITS =
      Set.of(
          "input_audio",
          "output_audio",
          "image",
          "citation",
          "request",
          "input_image",
          "output_image",
          "input_video",
          "output_video",
          "search",
          "web_search");

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    return json != null
        && json.isObject()
        && json.fields().values().stream()
            .anyMatch(
                provider -> {
                  Json models = provider.get(MODELS);
                  return models != null
                      && models.isObject()
                      && provider.get("id") != null
                      && models.fields().values().stream().allMatch(Json::isObject);
                });
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    Json json = Objects.requireNonNull(content.json());
    out.repeated(json.repeated(), "the provider");
    json.fields()
        .forEach(
            (id, provider) -> {
              Json models = provider.get(MODELS);
              if (models == null) {
                out.key(id, provider.line(), notes -> new Outcome.Skip(SkipReason.NOT_A_MODEL));
                return;
              }
              out.repeated(models.repeated(), "the model of " + id);
              models
                  .fields()
                  .forEach(
                      (name, model) ->
                          out.key(
                              id + "/" + name,
                              model.line(),
                              notes -> map(id, name, model, options, provenance, notes)));
            });
  }

  private static Outcome map(
      String id, String name, Json model, ReadOptions options, Provenance provenance, Notes notes) {
    String provider = Providers.ofModelsDev(id);
    Json cost = model.get(COST);
    if (isOther(name, model)) {
      return new Outcome.Skip(SkipReason.OTHER_MODE);
    }
    if (!options.regions() && Regions.isIn(name)) {
      return new Outcome.Skip(SkipReason.REGION);
    }
    if (cost == null) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    String modelId = provider + "/" + name;
    String origin = provenance.source() + ", key " + id + "/" + name;
    Draft draft = Draft.perMTok();
    cost.fields()
        .forEach(
            (field, value) -> {
              if (cost.get(field) != null) {
                take(field, value, cost, draft, notes);
              }
            });
    if (model.at("experimental", "modes") != null) {
      notes.untaken(Untaken.PRIORITY);
    }
    if (draft.isEmpty()) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    if (draft.isFree()) {
      return new Outcome.Skip(SkipReason.FREE_OFFER);
    }
    draft.dropZeroCached(modelId, origin, notes);
    return new Outcome.Model(
        ModelFacts.ofPrices(modelId, origin, draft.prices(), provenance.at(origin))
            .withTiers(draft.hasTiers() ? draft.tiers() : null));
  }

  private static boolean isOther(String name, Json model) {
    Json output = model.at("modalities", "output");
    boolean answersInText =
        output == null || output.items().stream().anyMatch(kind -> kind.text().equals("text"));
    return !answersInText || TextModels.isOther(name);
  }

  private static void take(String field, Json value, Json cost, Draft draft, Notes notes) {
    PriceField price = PRICES.get(field);
    if (price != null) {
      draft.put(price, COST + "." + field, value);
    } else if (field.equals(TIERS)) {
      value.items().forEach(tier -> takeTier(tier, draft, notes));
    } else if (field.equals("context_over_200k")) {
      // Where there are tiers it says the same again, or less exactly.
      if (cost.get(TIERS) == null) {
        notes.untaken(Untaken.LEGACY_TIER);
      }
    } else if (field.equals("reasoning")) {
      notes.untaken(Untaken.REASONING);
    } else if (OTHER_UNITS.contains(field)) {
      notes.untaken(Untaken.OTHER_UNITS);
    } else {
      notes.unknown(COST + "." + field);
    }
  }

  private static void takeTier(Json tier, Draft draft, Notes notes) {
    Json kind = tier.at("tier", "type");
    Json size = tier.at("tier", "size");
    BigDecimal above = size == null ? null : size.decimal();
    boolean isOfContext = kind == null || kind.text().equals("context");
    if (!isOfContext
        || above == null
        || above.signum() <= 0
        || above.precision() - above.scale() > 9) {
      notes.untaken(Untaken.OTHER_TIERS);
      return;
    }
    tier.fields()
        .forEach(
            (field, value) -> {
              PriceField price = PRICES.get(field);
              if (price != null && tier.get(field) != null) {
                draft.putTier(above.intValue(), price, "cost.tiers." + field, value);
              } else if (OTHER_UNITS.contains(field)) {
                notes.untaken(Untaken.OTHER_UNITS);
              } else if (!field.equals("tier")) {
                notes.unknown("cost.tiers." + field);
              }
            });
  }
}

package dev.tuneornot.portfolio.formats;

import static dev.tuneornot.portfolio.prices.PriceField.BATCH_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.BATCH_OUTPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHE_WRITE;
import static dev.tuneornot.portfolio.prices.PriceField.INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.OUTPUT;
import static dev.tuneornot.portfolio.prices.PriceField.TRAINING_HOURS;
import static dev.tuneornot.portfolio.prices.PriceField.TRAINING_TOKENS;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Portkey's prices: a file a provider, a key a model, US cents a token. Which provider it is stands
 * in the name of the file only. 0 may also mean unknown.
 */
final class Portkey implements FormatReader {

  private static final String CONFIG = "pricing_config";
  private static final String PAY = "pay_as_you_go";
  private static final String CUSTOM = "custom_pricing";
  private static final String DEFAULT = "default";
  private static final String TUNED = "ft:";
  private static final int CENTS = -2;
  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{0,7}");
  private static final Map<String, PriceField> PRICES =
      Map.of(
          "request_token", INPUT,
          "response_token", OUTPUT,
          "cache_read_input_token", CACHED_INPUT,
          "cache_write_input_token", CACHE_WRITE);
  private static final Map<String, PriceField> BATCH =
      Map.of("request_token", BATCH_INPUT, "response_token", BATCH_OUTPUT);
  private static final Pattern OTHER_UNIT =
      Pattern.compile(".*(?:audio|image|text|video|search|additional_units|megapixel).*");

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    return json != null
        && json.isObject()
        && json.fields().values().stream().anyMatch(model -> model.get(CONFIG) != null);
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    Json json = Objects.requireNonNull(content.json());
    String provider =
        Providers.ofPortkey(options.provider() == null ? content.baseName() : options.provider());
    out.repeated(json.repeated(), "the key");
    json.fields()
        .forEach(
            (name, model) ->
                out.key(
                    name,
                    model.line(),
                    notes -> map(provider, name, model, options, provenance, notes)));
  }

  private static Outcome map(
      String provider,
      String name,
      Json model,
      ReadOptions options,
      Provenance provenance,
      Notes notes) {
    if (name.equals(DEFAULT)) {
      return new Outcome.Skip(SkipReason.SAMPLE);
    }
    if (TextModels.isOther(name)) {
      return new Outcome.Skip(SkipReason.OTHER_MODE);
    }
    if (!options.regions() && Regions.isIn(name)) {
      return new Outcome.Skip(SkipReason.REGION);
    }
    boolean tuned = name.startsWith(TUNED);
    String modelId = provider + "/" + (tuned ? name.substring(TUNED.length()) : name);
    String origin = provenance.source() + " of " + provider + ", key " + name;
    Draft draft = Draft.centsPerToken();
    Json config = model.get(CONFIG);
    if (config != null) {
      takeConfig(config, draft, notes);
    }
    Json custom = model.get(CUSTOM);
    if (custom != null) {
      takeCustom(custom, draft, notes);
    }
    draft.dropZeroes(notes);
    if (draft.isEmpty()) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    Provenance own = provenance.at(origin);
    if (tuned) {
      return new Outcome.Tuned(ModelFacts.ofPrices(modelId, origin, draft.tunedPrices(), own));
    }
    return new Outcome.Model(
        ModelFacts.ofPrices(modelId, origin, draft.prices(), own)
            .withTiers(draft.hasTiers() ? draft.tiers() : null));
  }

  private static void takeConfig(Json config, Draft draft, Notes notes) {
    config
        .fields()
        .forEach(
            (part, value) -> {
              switch (part) {
                case PAY -> take(PRICES, part, value, draft, notes);
                case "batch_config" -> take(BATCH, part, value, draft, notes);
                case "finetune_config" -> takeTuning(value, draft, notes);
                case "calculate" -> notes.untaken(Untaken.FORMULA);
                case "currency" -> {
                  if (!value.text().equals("USD")) {
                    notes.unknown("currency " + value.text());
                  }
                }
                default -> notes.unknown(CONFIG + "." + part);
              }
            });
  }

  private static void take(
      Map<String, PriceField> known, String part, Json prices, Draft draft, Notes notes) {
    prices
        .fields()
        .forEach(
            (field, value) -> {
              PriceField price = known.get(field);
              if (price != null) {
                draft.put(price, part + "." + field, value.get("price"));
              } else if (PRICES.containsKey(field)) {
                notes.untaken(Untaken.OTHER_TIERS);
              } else if (field.equals("additional_units") && hasLongCacheWrites(value)) {
                notes.untaken(Untaken.LONG_CACHE_WRITES);
                if (value.fields().size() > 1) {
                  notes.untaken(Untaken.OTHER_UNITS);
                }
              } else if (OTHER_UNIT.matcher(field).matches()) {
                notes.untaken(Untaken.OTHER_UNITS);
              } else {
                notes.unknown(part + "." + field);
              }
            });
  }

  private static boolean hasLongCacheWrites(Json units) {
    return units.get("cache_write_1h") != null;
  }

  private static void takeTuning(Json tuning, Draft draft, Notes notes) {
    tuning
        .fields()
        .forEach(
            (field, value) -> {
              switch (field) {
                case "pay_per_token" ->
                    draft.put(TRAINING_TOKENS, "finetune_config." + field, value.get("price"));
                case "pay_per_hour" ->
                    draft.put(
                        TRAINING_HOURS, "finetune_config." + field, value.get("price"), CENTS);
                default -> notes.untaken(Untaken.TUNED_UNITS);
              }
            });
  }

  /** Tiers and batch prices of the default region; what holds elsewhere or faster is counted. */
  private static void takeCustom(Json custom, Draft draft, Notes notes) {
    Json regions = custom.get("regions");
    if (regions == null) {
      notes.unknown(CUSTOM);
      return;
    }
    if (regions.fields().size() > 1 || regions.get(DEFAULT) == null) {
      notes.untaken(Untaken.REGIONS);
    }
    Json modes = regions.at(DEFAULT, "execution_modes");
    if (modes == null) {
      return;
    }
    Map<String, Integer> bounds = bounds(custom.get("context_tier_map"));
    for (String mode : modes.names()) {
      Json prices = Objects.requireNonNull(modes.fields().get(mode));
      switch (mode) {
        case "standard" -> takeStandard(prices, bounds, draft, notes);
        case "batch" -> takeBatch(prices, bounds, draft, notes);
        default -> notes.untaken(Untaken.PRIORITY);
      }
    }
  }

  /** The name of each tier with the number of tokens above which it is. */
  private static Map<String, Integer> bounds(@Nullable Json map) {
    Map<String, Integer> bounds = new HashMap<>();
    if (map != null) {
      map.fields()
          .forEach(
              (above, name) -> {
                if (DIGITS.matcher(above).matches()) {
                  bounds.put(name.text(), Integer.parseInt(above));
                }
              });
    }
    return bounds;
  }

  private static void takeStandard(
      Json mode, Map<String, Integer> bounds, Draft draft, Notes notes) {
    Json flat = mode.at(CONFIG, PAY);
    if (flat != null && draft.isEmpty()) {
      take(PRICES, CUSTOM, flat, draft, notes);
    }
    Json tiers = mode.get("context_tiers");
    if (tiers == null) {
      return;
    }
    tiers
        .fields()
        .forEach(
            (name, tier) -> {
              Json prices = tier.at(CONFIG, PAY);
              Integer above = bounds.get(name);
              if (prices == null || above == null) {
                if (prices != null && draft.isEmpty()) {
                  take(PRICES, CUSTOM, prices, draft, notes);
                }
                return;
              }
              prices
                  .fields()
                  .forEach(
                      (field, value) -> {
                        PriceField price = PRICES.get(field);
                        Json number = value.get("price");
                        if (price != null && number != null && !isZero(number)) {
                          draft.putTier(above, price, CUSTOM + "." + field, number);
                        }
                      });
            });
  }

  private static boolean isZero(Json number) {
    BigDecimal decimal = number.decimal();
    return decimal != null && decimal.signum() == 0;
  }

  private static void takeBatch(Json mode, Map<String, Integer> bounds, Draft draft, Notes notes) {
    if (mode.get("context_tiers") != null && !bounds.isEmpty()) {
      notes.untaken(Untaken.OTHER_TIERS);
    }
    Json flat = mode.at(CONFIG, PAY);
    Json tiers = mode.get("context_tiers");
    if (flat == null && tiers != null) {
      for (Map.Entry<String, Json> tier : tiers.fields().entrySet()) {
        if (!bounds.containsKey(tier.getKey())) {
          flat = tier.getValue().at(CONFIG, PAY);
        }
      }
    }
    if (flat != null && !draft.has(BATCH_INPUT)) {
      for (String field : Set.of("request_token", "response_token")) {
        Json price = flat.at(field, "price");
        draft.put(Objects.requireNonNull(BATCH.get(field)), CUSTOM + ".batch." + field, price);
      }
    }
  }
}

package dev.tuneornot.portfolio.formats;

import static dev.tuneornot.portfolio.prices.PriceField.BATCH_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.BATCH_OUTPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHE_WRITE;
import static dev.tuneornot.portfolio.prices.PriceField.INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.OUTPUT;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.Dated;
import dev.tuneornot.portfolio.prices.Dates;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's {@code model_prices_and_context_window.json}: an object with a key a model, USD a
 * token.
 */
final class LiteLlm implements FormatReader {

  private static final Set<String> NO_MODELS = Set.of("sample_spec", "fallback_generalizations");
  private static final String TUNED = "ft:";
  private static final Set<String> MODES = Set.of("chat", "completion", "responses");
  private static final String TIERED = "tiered_pricing";
  private static final String RANGE = "range";
  private static final String DATE = "deprecation_date";
  private static final String CACHE_HIT = "input_cost_per_token_cache_hit";

  private static final Map<String, PriceField> PRICES =
      Map.of(
          "input_cost_per_token", INPUT,
          "output_cost_per_token", OUTPUT,
          "cache_read_input_token_cost", CACHED_INPUT,
          "cache_creation_input_token_cost", CACHE_WRITE,
          "input_cost_per_token_batches", BATCH_INPUT,
          "output_cost_per_token_batches", BATCH_OUTPUT);
  private static final Pattern TIER = Pattern.compile("(.+)_above_(\\d{1,5})k_tokens");
  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          ".*(?:audio|image|video|character|second|pixel|query|page|credit|request|session|gb_per|"
              + "1k_calls|1k_tokens|citation).*");
  private static final Pattern PRICE = Pattern.compile(".*(?:cost|pric|uplift|rate_per|fee).*");

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    return json != null
        && json.isObject()
        && json.fields().values().stream()
            .anyMatch(
                entry ->
                    entry.get("litellm_provider") != null
                        || entry.names().stream().anyMatch(name -> name.contains("_cost_per_")));
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    Json json = Objects.requireNonNull(content.json());
    out.repeated(json.repeated(), "the key");
    json.fields()
        .forEach(
            (key, entry) ->
                out.key(key, entry.line(), notes -> map(key, entry, options, provenance, notes)));
  }

  private static Outcome map(
      String key, Json entry, ReadOptions options, Provenance provenance, Notes notes) {
    String litellmProvider = entry.text("litellm_provider");
    String provider = Providers.normalised(litellmProvider == null ? "" : litellmProvider);
    String name = Providers.withoutPrefix(key, provider);
    SkipReason reason = reasonToSkip(key, entry, provider, name, options);
    if (reason != null) {
      return new Outcome.Skip(reason);
    }
    boolean tuned = name.startsWith(TUNED);
    String modelId = provider + "/" + (tuned ? name.substring(TUNED.length()) : name);
    String origin = provenance.source() + ", key " + key;
    Draft draft = Draft.perToken();
    entry.fields().forEach((field, value) -> take(field, value, entry, draft, notes));
    if (draft.isEmpty()) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    draft.dropZeroCached(modelId, origin, notes);
    Dates dates = dates(entry, options.at(), provenance.source(), notes);
    Provenance own =
        new Provenance(page(entry, origin), provenance.observedAt(), provenance.confidence());
    if (tuned) {
      if (draft.hasTiers()) {
        notes.untaken(Untaken.OTHER_TIERS);
      }
      return new Outcome.Tuned(
          ModelFacts.ofPrices(modelId, origin, draft.tunedPrices(), own).withDates(dates));
    }
    return new Outcome.Model(
        ModelFacts.ofPrices(modelId, origin, draft.prices(), own)
            .withTiers(draft.hasTiers() ? draft.tiers() : null)
            .withDates(dates));
  }

  private static @Nullable SkipReason reasonToSkip(
      String key, Json entry, String provider, String name, ReadOptions options) {
    if (NO_MODELS.contains(key)) {
      return SkipReason.SAMPLE;
    }
    if (provider.isEmpty()) {
      return SkipReason.NO_PROVIDER;
    }
    String mode = entry.text("mode");
    if (mode == null) {
      return SkipReason.NO_MODE;
    }
    if (!MODES.contains(mode)) {
      return SkipReason.OTHER_MODE;
    }
    return !options.regions() && Regions.isIn(name) ? SkipReason.REGION : null;
  }

  private static void take(String field, Json value, Json entry, Draft draft, Notes notes) {
    if (entry.get(field) == null) {
      return;
    }
    PriceField price = PRICES.get(field);
    if (price != null) {
      draft.put(price, field, value);
    } else if (field.equals(CACHE_HIT)) {
      if (entry.get("cache_read_input_token_cost") == null) {
        draft.put(CACHED_INPUT, field, value);
      }
    } else if (field.equals(TIERED)) {
      takeRanges(value, draft, notes);
    } else if (!takeTier(field, value, draft, notes)) {
      note(field, notes);
    }
  }

  private static boolean takeTier(String field, Json value, Draft draft, Notes notes) {
    Matcher tier = TIER.matcher(field);
    if (!tier.matches()) {
      return false;
    }
    PriceField price = PRICES.get(tier.group(1));
    if (price == null || price == BATCH_INPUT || price == BATCH_OUTPUT) {
      notes.untaken(
          OTHER_UNIT.matcher(field).matches() ? Untaken.OTHER_UNITS : Untaken.OTHER_TIERS);
    } else {
      draft.putTier(Integer.parseInt(tier.group(2)) * 1000, price, field, value);
    }
    return true;
  }

  /** The first range begins at 0 and is the price, the others are tiers. */
  private static void takeRanges(Json ranges, Draft draft, Notes notes) {
    for (Json range : ranges.items()) {
      Json bounds = range.get(RANGE);
      if (bounds == null || bounds.items().isEmpty()) {
        notes.untaken(Untaken.OTHER_UNITS);
        continue;
      }
      BigDecimal start = bounds.items().get(0).decimal();
      if (start == null || start.signum() < 0 || start.compareTo(BigDecimal.valueOf(1e9)) > 0) {
        notes.untaken(Untaken.OTHER_TIERS);
        continue;
      }
      range
          .fields()
          .forEach((field, value) -> takeOfRange(start.intValue(), field, value, draft, notes));
    }
  }

  private static void takeOfRange(int start, String field, Json value, Draft draft, Notes notes) {
    PriceField price = PRICES.get(field);
    if (field.equals(RANGE)) {
      return;
    }
    if (price == null) {
      note(field, notes);
    } else if (start > 0) {
      draft.putTier(start, price, TIERED + "." + field, value);
    } else if (!draft.has(price)) {
      draft.put(price, TIERED + "." + field, value);
    }
  }

  private static void note(String field, Notes notes) {
    if (field.endsWith("_priority") || field.endsWith("_flex")) {
      notes.untaken(Untaken.PRIORITY);
    } else if (field.startsWith("cache_creation_input_token_cost_above_1hr")) {
      notes.untaken(Untaken.LONG_CACHE_WRITES);
    } else if (field.contains("_dbu_")) {
      notes.untaken(Untaken.DBU);
    } else if (field.contains("reasoning_token")) {
      notes.untaken(Untaken.REASONING);
    } else if (field.contains("off_peak")) {
      notes.untaken(Untaken.TIME_OF_DAY);
    } else if (field.startsWith("regional_") || field.equals("provider_specific_entry")) {
      notes.untaken(Untaken.REGIONS);
    } else if (PRICE.matcher(field).matches()) {
      if (OTHER_UNIT.matcher(field).matches()) {
        notes.untaken(Untaken.OTHER_UNITS);
      } else {
        notes.unknown(field);
      }
    }
  }

  private static Dates dates(Json entry, Instant at, String source, Notes notes) {
    String text = entry.text(DATE);
    if (text == null || text.isBlank()) {
      return Dates.NONE;
    }
    Instant day = Days.start(text);
    if (day == null) {
      notes.untaken(Untaken.BAD_DATE);
      return Dates.NONE;
    }
    if (!day.isAfter(at)) {
      notes.untaken(Untaken.PAST_DATE);
      return Dates.NONE;
    }
    return new Dates(null, new Dated(day, Dated.Certainty.UNCERTAIN, source), null, null);
  }

  private static String page(Json entry, String origin) {
    String page = entry.text("source");
    return page == null || page.isBlank() ? origin : origin + " (" + page.strip() + ")";
  }
}

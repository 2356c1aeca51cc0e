package dev.tuneornot.portfolio.formats;

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
import org.jspecify.annotations.Nullable;

/** OpenRouter's {@code /api/v1/models}: its own price list, USD a token as text. */
final class OpenRouter implements FormatReader {

  private static final String PROVIDER = "openrouter";
  private static final String FREE = ":free";
  private static final Map<String, PriceField> PRICES =
      Map.of(
          "prompt", INPUT,
          "completion", OUTPUT,
          "input_cache_read", CACHED_INPUT,
          "input_cache_write", CACHE_WRITE);
  private static final Set<String> OTHER_UNITS =
      Set.of(
          "web_search",
          "audio",
          "image",
          "input_audio_cache",
          "image_output",
          "audio_output",
          "request",
          "image_token",
          "video");

  @Override
  public boolean matches(Content content) {
    Json data = content.json() == null ? null : content.json().get("data");
    return data != null
        && !data.items().isEmpty()
        && data.items().stream()
            .anyMatch(model -> model.get("id") != null && model.get("pricing") != null);
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    Json data = Objects.requireNonNull(Objects.requireNonNull(content.json()).get("data"));
    for (Json model : data.items()) {
      String id = model.text("id");
      String key = id == null ? "" : id;
      out.key(key, model.line(), notes -> map(key, model, provenance, notes));
    }
  }

  private static Outcome map(String id, Json model, Provenance provenance, Notes notes) {
    Json pricing = model.get("pricing");
    if (id.endsWith(FREE)) {
      return new Outcome.Skip(SkipReason.FREE_OFFER);
    }
    if (isOther(id, model)) {
      return new Outcome.Skip(SkipReason.OTHER_MODE);
    }
    if (pricing == null) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    String modelId = PROVIDER + "/" + id;
    String origin = provenance.source() + ", id " + id;
    Draft draft = Draft.perToken();
    pricing.fields().forEach((field, value) -> take(field, pricing.get(field), draft, notes));
    if (draft.isNegative(INPUT) || draft.isNegative(OUTPUT)) {
      return new Outcome.Skip(SkipReason.DYNAMIC_PRICE);
    }
    if (draft.isEmpty()) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    if (draft.isFree()) {
      return new Outcome.Skip(SkipReason.FREE_OFFER);
    }
    draft.dropZeroCached(modelId, origin, notes);
    ModelFacts facts =
        ModelFacts.ofPrices(modelId, origin, draft.prices(), provenance.at(origin))
            .withTiers(draft.tiers())
            .withDates(dates(model, provenance.source(), notes));
    Json target = model.at("alias_target", "slug");
    return new Outcome.Model(target == null ? facts : facts.asAlias());
  }

  private static boolean isOther(String id, Json model) {
    Json output = model.at("architecture", "output_modalities");
    boolean answersInText =
        output == null || output.items().stream().anyMatch(kind -> kind.text().equals("text"));
    return !answersInText || TextModels.isOther(id);
  }

  private static void take(String field, @Nullable Json value, Draft draft, Notes notes) {
    PriceField price = PRICES.get(field);
    if (value == null) {
      return;
    }
    if (price != null) {
      draft.put(price, "pricing." + field, value);
    } else if (field.equals("overrides")) {
      value.items().forEach(override -> takeOverride(override, draft, notes));
    } else {
      note(field, notes);
    }
  }

  private static void note(String field, Notes notes) {
    if (OTHER_UNITS.contains(field)) {
      notes.untaken(Untaken.OTHER_UNITS);
    } else if (field.equals("input_cache_write_1h")) {
      notes.untaken(Untaken.LONG_CACHE_WRITES);
    } else if (field.equals("internal_reasoning")) {
      notes.untaken(Untaken.REASONING);
    } else {
      notes.unknown("pricing." + field);
    }
  }

  /** From so many tokens on, which the providers' pages call above so many. */
  private static void takeOverride(Json override, Draft draft, Notes notes) {
    Json least = override.get("min_prompt_tokens");
    BigDecimal above = least == null ? null : least.decimal();
    if (above == null || above.signum() <= 0 || above.precision() - above.scale() > 9) {
      notes.untaken(Untaken.OTHER_TIERS);
      return;
    }
    override
        .fields()
        .forEach(
            (field, value) -> {
              PriceField price = PRICES.get(field);
              if (price != null && override.get(field) != null) {
                draft.putTier(above.intValue(), price, "pricing.overrides." + field, value);
              } else if (price == null && !field.equals("min_prompt_tokens")) {
                note(field, notes);
              }
            });
  }

  private static Dates dates(Json model, String source, Notes notes) {
    String text = model.text("expiration_date");
    if (text == null) {
      return Dates.NONE;
    }
    Instant day = Days.start(text);
    if (day == null) {
      notes.untaken(Untaken.BAD_DATE);
      return Dates.NONE;
    }
    return Days.isNever(day)
        ? Dates.NONE
        : new Dates(null, new Dated(day, Dated.Certainty.EXACT, source), null, null);
  }
}

package dev.tuneornot.portfolio.formats;

import static dev.tuneornot.portfolio.prices.PriceField.CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHE_WRITE;
import static dev.tuneornot.portfolio.prices.PriceField.INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.OUTPUT;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * genai-prices, version 2: providers with models, USD per MTok. A model is a rule for names; its
 * prices may have begun on a day, or hold at times of the day. Version 1 is no longer maintained.
 */
final class GenaiPrices implements FormatReader {

  private static final Map<String, PriceField> PRICES =
      Map.of(
          "input_mtok", INPUT,
          "output_mtok", OUTPUT,
          "cache_read_mtok", CACHED_INPUT,
          "cache_write_mtok", CACHE_WRITE);
  private static final Pattern OTHER_UNIT =
      Pattern.compile(".*(?:audio|image|video|search|requests|citation|tool).*");

  /** What version 1 has not: prices, and kinds of tokens in the extractors. */
  private static final Set<String> SINCE_VERSION_2 =
      Set.of(
          "web_searches_kcount",
          "cache_write_1h_mtok",
          "input_image_mtok",
          "output_image_mtok",
          "output_reasoning_mtok",
          "cache_image_read_mtok",
          "input_video_mtok",
          "output_video_mtok",
          "output_citation_mtok");

  private static final Pattern NAMED_VERSION_1 =
      Pattern.compile("(?:^|.*[^a-z0-9])v1(?:[^0-9].*)?");

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    return json != null
        && json.items().stream()
            .anyMatch(
                provider -> {
                  Json models = provider.get("models");
                  return provider.get("id") != null
                      && models != null
                      && models.items().stream()
                          .anyMatch(
                              model -> model.get("match") != null || model.get("prices") != null);
                });
  }

  @Override
  public void read(Content content, ReadOptions options, Provenance provenance, ReadingBuilder out)
      throws IOException {
    Json json = Objects.requireNonNull(content.json());
    if (isVersion1(content, json)) {
      throw new IOException(
          "it looks like genai-prices v1, which is frozen; version 2 is what is maintained");
    }
    for (Json provider : json.items()) {
      String id = provider.text("id");
      Json models = provider.get("models");
      if (id == null || models == null) {
        out.key(
            String.valueOf(id), provider.line(), notes -> new Outcome.Skip(SkipReason.NO_PROVIDER));
        continue;
      }
      for (Json model : models.items()) {
        String key = id + "/" + model.text("id");
        out.key(key, model.line(), notes -> map(id, key, model, options, provenance, notes));
      }
    }
  }

  /** By its name; or a whole file, which says how to read usage, without anything that is new. */
  private static boolean isVersion1(Content content, Json json) {
    if (NAMED_VERSION_1.matcher(content.baseName()).matches()) {
      return true;
    }
    boolean whole = json.items().stream().anyMatch(provider -> provider.get("extractors") != null);
    return whole && !hasName(json);
  }

  private static boolean hasName(Json json) {
    return json.names().stream().anyMatch(SINCE_VERSION_2::contains)
        || json.fields().values().stream().anyMatch(GenaiPrices::hasName)
        || json.items().stream().anyMatch(GenaiPrices::hasName);
  }

  private static Outcome map(
      String id, String key, Json model, ReadOptions options, Provenance provenance, Notes notes) {
    String provider = Providers.ofGenaiPrices(id);
    String name = model.text("id");
    Json prices = model.get("prices");
    if (name == null || prices == null) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    if (TextModels.isOther(name)) {
      return new Outcome.Skip(SkipReason.OTHER_MODE);
    }
    if (!options.regions() && (Regions.isIn(name) || name.startsWith("regional."))) {
      return new Outcome.Skip(SkipReason.REGION);
    }
    String modelId = provider + "/" + name;
    String origin = provenance.source() + ", " + key;
    List<Phase> phases = phases(prices, modelId, origin, notes);
    if (phases.stream().allMatch(phase -> isUnpriced(phase))) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    if (phases.stream().allMatch(phase -> isFree(phase))) {
      return new Outcome.Skip(SkipReason.FREE_OFFER);
    }
    ModelFacts facts = Phases.facts(modelId, origin, phases, options.at(), provenance.at(origin));
    Predicate<String> names = names(model.get("match"));
    return new Outcome.Rules(List.of(facts), List.of(new Rule(provider, names, facts)));
  }

  private static boolean isUnpriced(Phase phase) {
    return !phase.prices().containsKey(INPUT) && !phase.prices().containsKey(OUTPUT);
  }

  private static boolean isFree(Phase phase) {
    return isZero(phase.prices().get(INPUT)) && isZero(phase.prices().get(OUTPUT));
  }

  private static boolean isZero(@Nullable Double price) {
    return price == null || price == 0;
  }

  /** In the order of time; of prices by time of day the dearest. */
  private static List<Phase> phases(Json prices, String modelId, String origin, Notes notes) {
    if (!prices.isArray()) {
      return List.of(phase(null, prices, modelId, origin, notes));
    }
    List<Phase> phases = new ArrayList<>();
    for (Json each : prices.items()) {
      Json constraint = each.get("constraint");
      Json own = each.get("prices");
      if (own == null) {
        continue;
      }
      String start = constraint == null ? null : constraint.text("start_date");
      Phase phase = phase(start == null ? null : day(start), own, modelId, origin, notes);
      if (constraint != null && start == null) {
        notes.untaken(Untaken.TIME_OF_DAY);
      }
      phases.removeIf(
          other -> Objects.equals(other.from(), phase.from()) && isDearer(phase, other));
      if (phases.stream().noneMatch(other -> Objects.equals(other.from(), phase.from()))) {
        phases.add(phase);
      }
    }
    phases.sort(
        Comparator.comparing(Phase::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    return phases;
  }

  private static boolean isDearer(Phase one, Phase other) {
    return sum(one) > sum(other);
  }

  private static double sum(Phase phase) {
    return phase.prices().getOrDefault(INPUT, 0.0) + phase.prices().getOrDefault(OUTPUT, 0.0);
  }

  private static Instant day(String text) {
    Instant day = Days.start(text);
    if (day == null) {
      throw new NoPriceException(new Violation("start_date", text, "a day as 2026-12-31"));
    }
    return day;
  }

  private static Phase phase(
      @Nullable Instant from, Json prices, String modelId, String origin, Notes notes) {
    Draft draft = Draft.perMTok();
    prices
        .fields()
        .forEach(
            (field, value) -> {
              PriceField price = PRICES.get(field);
              if (prices.get(field) == null) {
                return;
              }
              if (price == null) {
                note(field, notes);
              } else if (value.isObject()) {
                takeTiers(price, field, value, draft, notes);
              } else {
                draft.put(price, field, value);
              }
            });
    draft.dropZeroCached(modelId, origin, notes);
    return new Phase(from, draft.prices(), draft.tiers());
  }

  private static void takeTiers(
      PriceField price, String field, Json value, Draft draft, Notes notes) {
    draft.put(price, field + ".base", value.get("base"));
    Json tiers = value.get("tiers");
    if (tiers == null) {
      return;
    }
    for (Json tier : tiers.items()) {
      Json start = tier.get("start");
      BigDecimal above = start == null ? null : start.decimal();
      if (above == null || above.signum() <= 0 || above.precision() - above.scale() > 9) {
        notes.untaken(Untaken.OTHER_TIERS);
      } else {
        draft.putTier(above.intValue(), price, field + ".tiers.price", tier.get("price"));
      }
    }
  }

  private static void note(String field, Notes notes) {
    if (field.equals("cache_write_1h_mtok")) {
      notes.untaken(Untaken.LONG_CACHE_WRITES);
    } else if (field.equals("output_reasoning_mtok")) {
      notes.untaken(Untaken.REASONING);
    } else if (OTHER_UNIT.matcher(field).matches()) {
      notes.untaken(Untaken.OTHER_UNITS);
    } else {
      notes.unknown(field);
    }
  }

  /** Names are compared in lower case. */
  private static Predicate<String> names(@Nullable Json match) {
    if (match == null) {
      return name -> false;
    }
    List<Predicate<String>> all = new ArrayList<>();
    match
        .fields()
        .forEach(
            (how, what) -> {
              String text = what.text().toLowerCase(Locale.ROOT);
              switch (how) {
                case "equals" -> all.add(name -> name.equals(text));
                case "starts_with" -> all.add(name -> name.startsWith(text));
                case "ends_with" -> all.add(name -> name.endsWith(text));
                case "contains" -> all.add(name -> name.contains(text));
                // A pattern out of unknown hands could take for ever.
                case "regex" -> all.add(name -> false);
                case "or" -> all.add(any(what.items().stream().map(GenaiPrices::names).toList()));
                case "and" ->
                    all.add(every(what.items().stream().map(GenaiPrices::names).toList()));
                default -> all.add(name -> false);
              }
            });
    Predicate<String> every = every(all);
    return name -> every.test(name.toLowerCase(Locale.ROOT));
  }

  private static Predicate<String> any(List<Predicate<String>> each) {
    return name -> each.stream().anyMatch(one -> one.test(name));
  }

  private static Predicate<String> every(List<Predicate<String>> each) {
    return name -> !each.isEmpty() && each.stream().allMatch(one -> one.test(name));
  }
}

package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * llm-prices' {@code historical-v1.json} (and {@code current-v1.json}): a row a model and time, USD
 * per MTok. What costs more above a number of tokens is a row of its own, with the number behind
 * the id.
 */
final class LlmPrices implements FormatReader {

  private static final String ROWS = "prices";
  private static final Pattern ABOVE = Pattern.compile("(.+)-(\\d{2,4})k");
  private static final Set<String> FIELDS =
      Set.of("id", "vendor", "name", "input", "output", "input_cached", "from_date", "to_date");
  private static final Comparator<Row> IN_ORDER_OF_TIME =
      Comparator.comparing(Row::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * A row.
   *
   * @param from null: since ever
   * @param to exclusive; null: still
   */
  private record Row(String key, Json json, @Nullable Instant from, @Nullable Instant to) {

    boolean isAt(@Nullable Instant instant) {
      return Objects.equals(from, instant);
    }
  }

  @Override
  public boolean matches(Content content) {
    Json rows = content.json() == null ? null : content.json().get(ROWS);
    return rows != null
        && !rows.items().isEmpty()
        && rows.items().stream()
            .anyMatch(row -> row.get("vendor") != null && row.get("id") != null);
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    Json rows = Objects.requireNonNull(Objects.requireNonNull(content.json()).get(ROWS));
    Map<String, List<Row>> byKey = new LinkedHashMap<>();
    for (Json json : rows.items()) {
      String key = json.text("vendor") + "/" + json.text("id");
      try {
        Row row = new Row(key, json, day(json, "from_date"), day(json, "to_date"));
        byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(row);
      } catch (NoPriceException none) {
        out.refused(key, json.line(), List.of(none.violation()));
      }
    }
    byKey.values().forEach(each -> dropRepeated(each, out));
    byKey.forEach(
        (key, each) -> {
          if (baseOf(key, byKey) == null) {
            read(key, each, above(key, byKey), options, provenance, out);
          }
        });
  }

  private static @Nullable Instant day(Json json, String field) {
    String text = json.text(field);
    if (text == null || text.isBlank()) {
      return null;
    }
    Instant day = Days.start(text);
    if (day == null) {
      throw new NoPriceException(new Violation(field, text, "a day as 2026-12-31, or null"));
    }
    return day;
  }

  /** The later row counts, as a later key does. */
  private static void dropRepeated(List<Row> rows, ReadingBuilder out) {
    Map<Instant, Row> last = new TreeMap<>();
    for (Row row : List.copyOf(rows)) {
      Row before = last.put(row.from() == null ? Instant.MIN : row.from(), row);
      if (before != null) {
        rows.remove(before);
        out.repeated(List.of(new Json.Repeated(row.key(), before.json())), "the row of that day");
      }
    }
    rows.sort(IN_ORDER_OF_TIME);
  }

  /** The key without the number behind it, where that is a row, too. */
  private static @Nullable String baseOf(String key, Map<String, List<Row>> all) {
    Matcher above = ABOVE.matcher(key);
    return above.matches() && all.containsKey(above.group(1)) ? above.group(1) : null;
  }

  private static Map<Integer, List<Row>> above(String key, Map<String, List<Row>> all) {
    Map<Integer, List<Row>> tiers = new TreeMap<>();
    all.forEach(
        (other, rows) -> {
          if (key.equals(baseOf(other, all))) {
            Matcher above = ABOVE.matcher(other);
            if (above.matches()) {
              tiers.put(Integer.parseInt(above.group(2)) * 1000, rows);
            }
          }
        });
    return tiers;
  }

  /** Every row is a key; those of a model become one, in the order of time. */
  private static void read(
      String key,
      List<Row> rows,
      Map<Integer, List<Row>> above,
      ReadOptions options,
      Provenance provenance,
      ReadingBuilder out) {
    List<Long> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(row.json().line()));
    above.values().forEach(tier -> tier.forEach(row -> lines.add(row.json().line())));
    out.keys(key, lines, notes -> map(key, rows, above, options, provenance, notes));
  }

  private static Outcome map(
      String key,
      List<Row> rows,
      Map<Integer, List<Row>> above,
      ReadOptions options,
      Provenance provenance,
      Notes notes) {
    Row last = rows.get(rows.size() - 1);
    String id = String.valueOf(last.json().text("id"));
    if (TextModels.isOther(id)) {
      return new Outcome.Skip(SkipReason.OTHER_MODE);
    }
    if (last.to() != null && !last.to().isAfter(options.at())) {
      return new Outcome.Skip(SkipReason.ENDED);
    }
    String modelId = Providers.ofLlmPrices(String.valueOf(last.json().text("vendor"))) + "/" + id;
    String origin = provenance.source() + ", id " + key;
    List<Phase> phases = new ArrayList<>();
    boolean priced = false;
    for (Row row : rows) {
      Draft draft = draft(row, above, modelId, origin, notes);
      priced |= !draft.isEmpty();
      phases.add(new Phase(row.from(), draft.prices(), draft.hasTiers() ? draft.tiers() : null));
    }
    if (!priced) {
      return new Outcome.Skip(SkipReason.NO_TOKEN_PRICE);
    }
    return new Outcome.Model(
        Phases.facts(modelId, origin, phases, options.at(), provenance.at(origin)));
  }

  private static Draft draft(
      Row row, Map<Integer, List<Row>> above, String modelId, String origin, Notes notes) {
    Draft draft = Draft.perMTok();
    draft.put(PriceField.INPUT, "input", row.json().get("input"));
    draft.put(PriceField.OUTPUT, "output", row.json().get("output"));
    draft.put(PriceField.CACHED_INPUT, "input_cached", row.json().get("input_cached"));
    row.json().names().stream().filter(name -> !FIELDS.contains(name)).forEach(notes::unknown);
    above.forEach(
        (tokens, rows) ->
            rows.stream()
                .filter(tier -> tier.isAt(row.from()))
                .forEach(
                    tier -> {
                      Json json = tier.json();
                      draft.putTier(tokens, PriceField.INPUT, "input", json.get("input"));
                      draft.putTier(tokens, PriceField.OUTPUT, "output", json.get("output"));
                      draft.putTier(
                          tokens,
                          PriceField.CACHED_INPUT,
                          "input_cached",
                          json.get("input_cached"));
                    }));
    draft.dropZeroCached(modelId, origin, notes);
    return draft;
  }
}

package dev.tuneornot.cli.pricing;

import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Sources;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.formats.SkipReason;
import dev.tuneornot.portfolio.formats.Untaken;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import found, in lines for a person. */
final class Summary {

  private Summary() {}

  static List<String> of(Reading reading) {
    List<String> lines = new ArrayList<>();
    String dates = reading.isOfPrices() ? "" : ", " + reading.rules().size() + " ends of models";
    lines.add(
        format(
            "%s (%s): %,d keys read, %,d mapped to %,d models%s, %,d mapped to tuned variants of"
                + " them, %,d skipped",
            reading.name().equals("-") ? "(standard input)" : reading.name(),
            reading.format(),
            reading.keys(),
            reading.mappedKeys(),
            reading.models().size(),
            dates,
            reading.tunedKeys(),
            reading.skipped().size()));
    Map<SkipReason, Integer> reasons = new EnumMap<>(SkipReason.class);
    reading.skipped().forEach(skipped -> reasons.merge(skipped.reason(), 1, Integer::sum));
    reasons.forEach(
        (reason, count) ->
            lines.add(format("  %,d skipped as %s: %s", count, reason, reason.sentence())));
    reading
        .untaken()
        .forEach(
            (what, count) ->
                lines.add(
                    format(
                        "  %,d of the mapped ones have %s: not taken%s",
                        count, what.words(), names(what, reading))));
    long aliases = reading.models().values().stream().filter(ModelFacts::alias).count();
    if (aliases > 0) {
      lines.add(format("  %,d of the models are aliases of what is newest", aliases));
    }
    return lines;
  }

  private static String names(Untaken what, Reading reading) {
    return what == Untaken.UNKNOWN ? " (" + String.join(", ", reading.unknownFields()) + ")" : "";
  }

  static List<String> of(Sources sources, Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%,d models stated, %,d of them with prices of tuning, %,d with a date of retirement",
            sources.facts().size(),
            sources.withTuning(),
            sources.facts().values().stream()
                .filter(facts -> facts.dates().retiresAt() != null)
                .count()));
    if (sources.withoutPrice() > 0) {
      lines.add(format("%,d ends are of models that nobody prices", sources.withoutPrice()));
    }
    lines.add(
        "Against what is stored: "
            + counts(plan.changes(), PriceChange::kind, PriceChange.Kind.class, true));
    String kinds = counts(plan.findings(), Finding::kind, Finding.Kind.class, false);
    lines.add(
        format("Findings: %,d", plan.findings().size()) + (kinds.isEmpty() ? "" : ": " + kinds));
    return lines;
  }

  private static <T, K extends Enum<K>> String counts(
      List<T> things, Function<T, K> kind, Class<K> kinds, boolean withNone) {
    Map<K, Long> counts =
        things.stream()
            .collect(
                Collectors.groupingBy(kind, () -> new EnumMap<>(kinds), Collectors.counting()));
    return List.of(kinds.getEnumConstants()).stream()
        .filter(each -> withNone || counts.containsKey(each))
        .map(
            each ->
                format(
                    "%,d %s",
                    counts.getOrDefault(each, 0L),
                    withNone ? each.name().toLowerCase(Locale.ROOT) : each.name()))
        .collect(Collectors.joining(", "));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}

package dev.tuneornot.cli.pricing;

import dev.tuneornot.portfolio.catalogue.Catalogue;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.SkipReason;
import dev.tuneornot.portfolio.catalogue.Sources;
import dev.tuneornot.portfolio.prices.PriceChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an import found, in lines for a person. */
final class Summary {

  private Summary() {}

  static List<String> of(Catalogue catalogue) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%,d keys read: %,d mapped to %,d models, %,d mapped to tuned variants of them, %,d"
                + " skipped",
            catalogue.keys(),
            catalogue.mappedKeys(),
            catalogue.models().size(),
            catalogue.tunedKeys(),
            catalogue.skipped().size()));
    Map<SkipReason, Integer> reasons = new EnumMap<>(SkipReason.class);
    catalogue.skipped().forEach(skipped -> reasons.merge(skipped.reason(), 1, Integer::sum));
    reasons.forEach(
        (reason, count) ->
            lines.add(format("  %,d skipped as %s: %s", count, reason, reason.sentence())));
    catalogue
        .untaken()
        .forEach(
            (what, count) ->
                lines.add(
                    format("  %,d of the mapped ones have %s: not taken", count, what.words())));
    return lines;
  }

  static List<String> of(Sources sources, Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%,d models stated, %,d of them with prices of tuning",
            sources.facts().size(), sources.withTuning()));
    Map<PriceChange.Kind, Long> kinds =
        plan.changes().stream()
            .collect(
                Collectors.groupingBy(
                    PriceChange::kind,
                    () -> new EnumMap<>(PriceChange.Kind.class),
                    Collectors.counting()));
    lines.add(
        "Against what is held: "
            + List.of(PriceChange.Kind.values()).stream()
                .map(
                    kind ->
                        format(
                            "%,d %s",
                            kinds.getOrDefault(kind, 0L), kind.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ")));
    lines.add(format("Findings: %,d", plan.findings().size()));
    return lines;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}

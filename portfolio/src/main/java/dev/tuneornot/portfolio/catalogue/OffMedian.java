package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PlainNumber;
import dev.tuneornot.portfolio.prices.PriceField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prices that are ten times off what three or more other providers take for the same model. */
final class OffMedian {

  private static final int PROVIDERS = 3;
  private static final double FACTOR = 10;
  private static final Pattern VENDOR = Pattern.compile("^[a-z0-9]+\\.(?=[a-z])");
  private static final Pattern VERSION = Pattern.compile("(?:-v\\d+(?::\\d+)?|[:@].*)$");
  private static final Pattern DAY = Pattern.compile("-(?:\\d{8}|\\d{4}-\\d{2}-\\d{2})$");

  private OffMedian() {}

  static List<Finding> findings(Map<String, ModelFacts> facts) {
    Map<String, List<ModelFacts>> byName = new HashMap<>();
    facts
        .values()
        .forEach(
            each ->
                byName
                    .computeIfAbsent(sameName(each.modelId()), name -> new ArrayList<>())
                    .add(each));
    List<Finding> findings = new ArrayList<>();
    for (ModelFacts each : facts.values()) {
      List<ModelFacts> same = byName.getOrDefault(sameName(each.modelId()), List.of());
      for (PriceField field : List.of(PriceField.INPUT, PriceField.OUTPUT)) {
        check(each, same, field, findings);
      }
    }
    return findings;
  }

  private static void check(
      ModelFacts facts, List<ModelFacts> same, PriceField field, List<Finding> findings) {
    Double price = facts.prices().get(field);
    if (price == null || price <= 0) {
      return;
    }
    Map<String, Double> others = new TreeMap<>();
    for (ModelFacts other : same) {
      Double theirs = other.prices().get(field);
      if (theirs != null && theirs > 0 && !provider(other).equals(provider(facts))) {
        others.merge(provider(other), theirs, Math::min);
      }
    }
    if (others.size() < PROVIDERS) {
      return;
    }
    double median = Medians.of(others.values());
    if (price >= FACTOR * median || price * FACTOR <= median) {
      String sentence =
          "%s: %s %s, and the median of %d other providers is %s"
              .formatted(
                  facts.origin(),
                  field.path(),
                  PlainNumber.of(price),
                  others.size(),
                  PlainNumber.of(median));
      findings.add(new Finding(Finding.Kind.OFF_MEDIAN, facts.modelId(), sentence));
    }
  }

  private static String provider(ModelFacts facts) {
    return facts.modelId().substring(0, facts.modelId().indexOf('/'));
  }

  /**
   * What a model is called whoever sells it: without organisation, Bedrock's vendor, version and
   * day, {@code Claude-Sonnet_4.5} as {@code claude-sonnet-4-5}.
   */
  static String sameName(String modelId) {
    String name = modelId.substring(modelId.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    name = VENDOR.matcher(name).replaceFirst("");
    name = VERSION.matcher(name).replaceFirst("");
    name = DAY.matcher(name).replaceFirst("");
    return name.replace('.', '-').replace('_', '-');
  }
}

package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.portfolio.catalogue.CatalogueMapping.Outcome;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Plausibility;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole catalogue. Where two keys name the same model, or the same tuned variant, the later one
 * wins, as a later key does in JSON.
 */
public final class Catalogue {

  /**
   * A key that became no price.
   *
   * @param violations what is wrong with it; empty where nothing is
   */
  public record Skipped(String key, long line, SkipReason reason, List<Violation> violations) {}

  private record Variant(CatalogueEntry entry, ModelFacts facts) {}

  private final SortedMap<String, ModelFacts> models = new TreeMap<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Untaken, Integer> untaken = new EnumMap<>(Untaken.class);
  private int keys;
  private int mappedKeys;
  private int tunedKeys;

  private Catalogue() {}

  /**
   * Reads a catalogue.
   *
   * @param provenance of its prices; each names its key besides
   * @throws IOException if it cannot be read, or is no JSON object
   */
  public static Catalogue read(InputStream in, Provenance provenance) throws IOException {
    Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    Catalogue catalogue = new Catalogue();
    CatalogueParser.parse(
        in,
        entry -> {
          catalogue.keys++;
          CatalogueEntry before = entries.put(entry.key(), entry);
          if (before != null) {
            catalogue.skip(before, SkipReason.REPEATED_KEY, List.of());
          }
        });
    catalogue.add(entries.values(), new CatalogueMapping(provenance));
    return catalogue;
  }

  /** What it says of each model, in the order of the ids. */
  public SortedMap<String, ModelFacts> models() {
    return models;
  }

  /** The keys that became no price. */
  public List<Skipped> skipped() {
    return skipped;
  }

  /** Where it disagrees with itself, and prices of 0. */
  public List<Finding> findings() {
    return findings;
  }

  /** How many of the mapped keys say what is not taken. */
  public Map<Untaken, Integer> untaken() {
    return untaken;
  }

  /** Number of keys: mapped, tuned and skipped ones together. */
  public int keys() {
    return keys;
  }

  /** Number of keys that became base prices; several may be of one model. */
  public int mappedKeys() {
    return mappedKeys;
  }

  /** Number of keys that became the prices of a tuned variant. */
  public int tunedKeys() {
    return tunedKeys;
  }

  private void add(Iterable<CatalogueEntry> entries, CatalogueMapping mapping) {
    List<Variant> variants = new ArrayList<>();
    for (CatalogueEntry entry : entries) {
      Outcome outcome = mapping.map(entry);
      if (outcome instanceof Outcome.Model model) {
        mappedKeys++;
        count(entry);
        addModel(model.facts());
      } else if (outcome instanceof Outcome.Tuned tuned) {
        variants.add(new Variant(entry, tuned.facts()));
      } else if (outcome instanceof Outcome.Skipped skip) {
        skip(entry, skip.reason(), skip.violations());
      }
    }
    addVariants(variants);
    models.values().forEach(facts -> findings.addAll(Plausibility.zeroes(facts)));
  }

  private void addModel(ModelFacts facts) {
    ModelFacts before = models.get(facts.modelId());
    if (before != null) {
      findings.addAll(Plausibility.disagreements(before, facts));
    }
    models.put(facts.modelId(), before == null ? facts : before.overlaidBy(facts));
  }

  private void addVariants(List<Variant> variants) {
    Map<String, ModelFacts> tuned = new LinkedHashMap<>();
    for (Variant variant : variants) {
      ModelFacts facts = variant.facts();
      if (!models.containsKey(facts.modelId())) {
        skip(variant.entry(), SkipReason.TUNED_WITHOUT_BASE, List.of());
        continue;
      }
      tunedKeys++;
      count(variant.entry());
      ModelFacts before = tuned.get(facts.modelId());
      if (before != null) {
        findings.addAll(Plausibility.disagreements(before, facts));
      }
      tuned.put(facts.modelId(), before == null ? facts : before.overlaidBy(facts));
    }
    tuned.forEach(
        (modelId, facts) ->
            models.computeIfPresent(modelId, (id, base) -> base.withPrices(facts.prices())));
  }

  private void count(CatalogueEntry entry) {
    Untaken.in(entry).forEach(what -> untaken.merge(what, 1, Integer::sum));
  }

  private void skip(CatalogueEntry entry, SkipReason reason, List<Violation> violations) {
    skipped.add(new Skipped(entry.key(), entry.line(), reason, violations));
  }
}

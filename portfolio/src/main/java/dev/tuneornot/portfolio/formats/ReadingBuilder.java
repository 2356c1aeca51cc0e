package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.formats.Reading.Skipped;
import dev.tuneornot.portfolio.prices.Dates;
import dev.tuneornot.portfolio.prices.Disagreements;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers what a file says, key by key. Where two keys name the same model, or the same tuned
 * variant, the later one wins, as a later key does in JSON.
 */
final class ReadingBuilder {

  /** What becomes of a key. */
  sealed interface Outcome {

    /** The prices of a model. */
    record Model(ModelFacts facts) implements Outcome {}

    /** The prices of what is tuned from a model. */
    record Tuned(ModelFacts facts) implements Outcome {}

    /** What is said of all models that a rule names, and of the models among them by their ids. */
    record Rules(List<ModelFacts> models, List<Rule> rules) implements Outcome {}

    /** Nothing. */
    record Skip(SkipReason reason) implements Outcome {}
  }

  /** Maps a key. */
  interface Mapping {

    /**
     * @throws NoPriceException if a field is no price
     */
    Outcome map(Notes notes);
  }

  private record Variant(String key, long line, ModelFacts facts, Notes notes) {}

  private final SortedMap<String, ModelFacts> models = new TreeMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Variant> variants = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Untaken, Integer> untaken = new EnumMap<>(Untaken.class);
  private final SortedSet<String> unknownFields = new TreeSet<>();
  private int keys;
  private int mappedKeys;
  private int tunedKeys;

  /** A key and what becomes of it. */
  void key(String key, long line, Mapping mapping) {
    keys++;
    Notes notes = new Notes();
    try {
      Outcome outcome = mapping.map(notes);
      if (outcome instanceof Outcome.Model model) {
        if (isWithinBounds(key, line, model.facts())) {
          mapped(notes);
          addModel(model.facts());
        }
      } else if (outcome instanceof Outcome.Tuned tuned) {
        if (isWithinBounds(key, line, tuned.facts())) {
          variants.add(new Variant(key, line, tuned.facts(), notes));
        }
      } else if (outcome instanceof Outcome.Rules several) {
        addRules(key, line, several, notes);
      } else if (outcome instanceof Outcome.Skip skip) {
        skip(key, line, skip.reason(), List.of());
      }
    } catch (NoPriceException none) {
      skip(key, line, SkipReason.OUT_OF_BOUNDS, List.of(none.violation()));
    }
  }

  private void addRules(String key, long line, Outcome.Rules several, Notes notes) {
    for (ModelFacts facts : several.models()) {
      if (!isWithinBounds(key, line, facts)) {
        return;
      }
    }
    for (Rule rule : several.rules()) {
      if (!isWithinBounds(key, line, rule.facts().of("any/model"))) {
        return;
      }
    }
    mapped(notes);
    several.models().forEach(this::addModel);
    rules.addAll(several.rules());
  }

  /** A name that follows again in its object; the last one counts. */
  void repeated(List<Json.Repeated> names, String what) {
    for (Json.Repeated each : names) {
      keys++;
      skip(each.name(), each.earlier().line(), SkipReason.REPEATED_KEY, List.of());
      findings.add(
          new Finding(
              Finding.Kind.REPEATED_KEY,
              Violation.displayed(each.name()),
              "%s stands in the file again; that of line %d is not taken"
                  .formatted(what, each.earlier().line())));
    }
  }

  /**
   * Keys of which all become one model, or none does.
   *
   * @param lines of the keys
   */
  void keys(String key, List<Long> lines, Mapping mapping) {
    int before = skipped.size();
    key(key, lines.get(0), mapping);
    boolean mapped = skipped.size() == before;
    for (long line : lines.subList(1, lines.size())) {
      keys++;
      if (mapped) {
        mappedKeys++;
      } else {
        skip(key, line, skipped.get(before).reason(), List.of());
      }
    }
  }

  /** A finding on the file. */
  void finding(Finding finding) {
    findings.add(finding);
  }

  /** A key that is refused for what is wrong with it. */
  void refused(String key, long line, List<Violation> violations) {
    keys++;
    skip(key, line, SkipReason.OUT_OF_BOUNDS, violations);
  }

  /** Counts what is said beside the keys. */
  void untaken(Untaken what) {
    untaken.merge(what, 1, Integer::sum);
  }

  Reading build(String name, PriceFormat format, Provenance provenance) {
    addVariants();
    // A row of an overlay says what others do not.
    if (format != PriceFormat.OVERLAY) {
      models.values().stream().filter(ReadingBuilder::isFree).forEach(this::free);
    }
    return new Reading(
        name,
        format,
        provenance,
        models,
        List.copyOf(rules),
        List.copyOf(skipped),
        List.copyOf(findings),
        untaken,
        unknownFields,
        keys,
        mappedKeys,
        tunedKeys);
  }

  /** 0 on both sides; of one alone the judge says that it is half a price. */
  private static boolean isFree(ModelFacts facts) {
    return isZero(facts, PriceField.INPUT) && isZero(facts, PriceField.OUTPUT);
  }

  private static boolean isZero(ModelFacts facts, PriceField field) {
    Double price = facts.prices().get(field);
    return price != null && price == 0;
  }

  private void free(ModelFacts facts) {
    String sentence = facts.origin() + ": input and output at 0 are taken as free";
    findings.add(new Finding(Finding.Kind.ZERO_PRICE, facts.modelId(), sentence));
  }

  private boolean isWithinBounds(String key, long line, ModelFacts facts) {
    List<Violation> violations = RecordType.MODEL_PRICING.check(facts.asPricing(Instant.EPOCH));
    if (!violations.isEmpty()) {
      skip(key, line, SkipReason.OUT_OF_BOUNDS, violations);
    }
    return violations.isEmpty();
  }

  private void mapped(Notes notes) {
    mappedKeys++;
    note(notes);
  }

  private void note(Notes notes) {
    notes.untaken.forEach(this::untaken);
    unknownFields.addAll(notes.unknown);
    findings.addAll(notes.findings);
  }

  private void addModel(ModelFacts facts) {
    ModelFacts before = models.get(facts.modelId());
    if (before != null) {
      findings.addAll(Disagreements.of(List.of(facts, before)));
    }
    models.put(facts.modelId(), before == null ? facts : before.overlaidBy(facts));
  }

  private void addVariants() {
    Map<String, ModelFacts> tuned = new LinkedHashMap<>();
    for (Variant variant : variants) {
      ModelFacts facts = variant.facts();
      if (!models.containsKey(facts.modelId())) {
        skip(variant.key(), variant.line(), SkipReason.TUNED_WITHOUT_BASE, List.of());
        continue;
      }
      tunedKeys++;
      note(variant.notes());
      ModelFacts before = tuned.get(facts.modelId());
      if (before != null) {
        findings.addAll(Disagreements.of(List.of(facts, before)));
      }
      tuned.put(facts.modelId(), before == null ? facts : before.overlaidBy(facts));
    }
    tuned.forEach(
        (modelId, facts) ->
            models.computeIfPresent(
                modelId,
                (id, base) -> base.withPrices(facts.prices()).withDates(dates(base, facts))));
  }

  /** That the tuned variant ends is the end of what was tuned. */
  private static Dates dates(ModelFacts base, ModelFacts tuned) {
    Dates ends = new Dates(null, null, tuned.dates().retiresAt(), null);
    return ends.overlaidBy(base.dates());
  }

  private void skip(String key, long line, SkipReason reason, List<Violation> violations) {
    skipped.add(new Skipped(key, line, reason, violations));
  }
}

package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.portfolio.formats.PriceFormat;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.formats.Rule;
import dev.tuneornot.portfolio.prices.Disagreements;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say together: the more trusted one wins, of equally trusted ones that which was
 * given first, and an overlay over all of them.
 *
 * @param readings in the order in which they were given
 * @param facts by model, in the order of the ids
 * @param findings where they disagree, with themselves or with each other
 * @param withoutPrice number of models of which only dates are known, and that are not taken
 */
public record Sources(
    List<Reading> readings,
    SortedMap<String, ModelFacts> facts,
    List<Finding> findings,
    int withoutPrice) {

  private static final Comparator<ModelFacts> BY_TRUST =
      Comparator.comparing(facts -> facts.provenance().confidence());

  /**
   * Merges.
   *
   * @param readings in the order in which they were given
   * @param stored ids of the models whose prices are stored: what a file says of them by rules
   *     counts
   */
  public static Sources of(List<Reading> readings, Collection<String> stored) {
    List<Reading> catalogues = new ArrayList<>();
    List<Reading> overlays = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Reading reading : readings) {
      (reading.format() == PriceFormat.OVERLAY ? overlays : catalogues).add(reading);
      findings.addAll(reading.findings());
    }
    Map<String, List<ModelFacts>> statements = new TreeMap<>();
    catalogues.forEach(
        reading -> reading.models().forEach((id, facts) -> add(statements, id, facts)));
    addRules(catalogues, statements, stored);
    SortedMap<String, ModelFacts> facts = new TreeMap<>();
    statements.forEach((id, each) -> facts.put(id, merged(each, findings)));
    for (Reading overlay : overlays) {
      overlay
          .models()
          .forEach(
              (id, above) -> facts.merge(id, above, (below, same) -> over(below, above, findings)));
    }
    findings.addAll(OffMedian.findings(facts));
    return new Sources(
        readings, facts, List.copyOf(findings), withoutModel(catalogues, facts, stored));
  }

  /** Number of models of which a price of tuning is known. */
  public long withTuning() {
    return facts.values().stream().filter(ModelFacts::hasTuning).count();
  }

  private static void add(
      Map<String, List<ModelFacts>> statements, String modelId, ModelFacts facts) {
    statements.computeIfAbsent(modelId, id -> new ArrayList<>()).add(facts);
  }

  /** What files say of models that others name, or that are stored: of each file the first rule. */
  private static void addRules(
      List<Reading> readings, Map<String, List<ModelFacts>> statements, Collection<String> stored) {
    TreeSet<String> modelIds = new TreeSet<>(statements.keySet());
    modelIds.addAll(stored);
    for (Reading reading : readings) {
      Map<String, List<Rule>> byProvider = new HashMap<>();
      reading
          .rules()
          .forEach(
              rule ->
                  byProvider.computeIfAbsent(rule.provider(), each -> new ArrayList<>()).add(rule));
      for (String modelId : modelIds) {
        int slash = modelId.indexOf('/');
        List<Rule> rules = byProvider.getOrDefault(modelId.substring(0, slash), List.of());
        ModelFacts stated = stated(modelId, modelId.substring(slash + 1), rules);
        if (stated != null && !reading.models().containsKey(modelId)) {
          add(statements, modelId, stated);
        }
      }
    }
  }

  /** Prices by the first rule that fits; dates by all of them, as there are three. */
  private static @Nullable ModelFacts stated(String modelId, String name, List<Rule> rules) {
    ModelFacts stated = null;
    for (Rule rule : rules) {
      if ((stated == null || !rule.facts().statesPrices()) && rule.names().test(name)) {
        ModelFacts facts = rule.facts().of(modelId);
        stated =
            stated == null ? facts : stated.withDates(facts.dates().overlaidBy(stated.dates()));
      }
    }
    return stated;
  }

  private static ModelFacts merged(List<ModelFacts> statements, List<Finding> findings) {
    List<ModelFacts> strongestFirst = new ArrayList<>(statements);
    strongestFirst.sort(BY_TRUST.thenComparing(facts -> !facts.statesPrices()));
    findings.addAll(Disagreements.of(strongestFirst));
    ModelFacts merged = strongestFirst.get(0);
    for (ModelFacts weaker : strongestFirst.subList(1, strongestFirst.size())) {
      merged = filledBy(merged, weaker);
    }
    return merged;
  }

  /**
   * With what a weaker source adds. One that says otherwise of input or output is about other
   * prices: its cached, batch and tier prices do not fit.
   */
  private static ModelFacts filledBy(ModelFacts merged, ModelFacts weaker) {
    boolean fits = Disagreements.agree(merged, weaker);
    Map<PriceField, Double> added = new EnumMap<>(PriceField.class);
    weaker
        .prices()
        .forEach(
            (field, price) -> {
              boolean own = field.path().startsWith("tuning.");
              if (!merged.prices().containsKey(field) && (fits || own)) {
                added.put(field, price);
              }
            });
    boolean addsTiers = fits && merged.tiers() == null && weaker.tiers() != null;
    ModelFacts usable =
        new ModelFacts(
            merged.modelId(),
            weaker.origin(),
            added,
            addsTiers ? weaker.tiers() : null,
            fits && merged.history().isEmpty() ? weaker.history() : List.of(),
            weaker.dates(),
            merged.tokenFactor() == null ? weaker.tokenFactor() : null,
            weaker.alias(),
            weaker.provenance());
    boolean addsPrices = !added.isEmpty() || addsTiers;
    ModelFacts both = usable.overlaidBy(merged);
    Provenance provenance =
        addsPrices && merged.statesPrices() ? both.provenance() : merged.provenance();
    if (!merged.statesPrices() && weaker.statesPrices()) {
      provenance = weaker.provenance();
    }
    return new ModelFacts(
        both.modelId(),
        addsPrices ? both.origin() : merged.origin(),
        both.prices(),
        both.tiers(),
        both.history(),
        both.dates(),
        both.tokenFactor(),
        both.alias(),
        provenance);
  }

  private static ModelFacts over(ModelFacts below, ModelFacts above, List<Finding> findings) {
    findings.addAll(Disagreements.of(List.of(above, below)));
    return below.overlaidBy(above);
  }

  /** Models that a feed names and nobody prices: an end of nothing. */
  private static int withoutModel(
      List<Reading> readings, Map<String, ModelFacts> facts, Collection<String> stored) {
    int unused = 0;
    for (Reading reading : readings) {
      if (reading.isOfPrices()) {
        continue;
      }
      for (Rule rule : reading.rules()) {
        boolean used =
            facts.keySet().stream().anyMatch(id -> fits(rule, id))
                || stored.stream().anyMatch(id -> fits(rule, id));
        unused += used ? 0 : 1;
      }
    }
    return unused;
  }

  private static boolean fits(Rule rule, String modelId) {
    int slash = modelId.indexOf('/');
    return rule.provider().equals(modelId.substring(0, slash))
        && rule.names().test(modelId.substring(slash + 1));
  }
}

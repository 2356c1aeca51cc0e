package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Plausibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the sources say together; the overlay wins.
 *
 * @param facts by model, in the order of the ids
 * @param findings where they disagree
 * @param withTuning number of models of which a price of tuning is known
 */
public record Sources(
    SortedMap<String, ModelFacts> facts, List<Finding> findings, long withTuning) {

  public static Sources of(Optional<Catalogue> catalogue, Map<String, ModelFacts> overlay) {
    SortedMap<String, ModelFacts> facts = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    catalogue.ifPresent(
        read -> {
          facts.putAll(read.models());
          findings.addAll(read.findings());
        });
    overlay.forEach(
        (modelId, above) ->
            facts.merge(
                modelId,
                above,
                (below, same) -> {
                  findings.addAll(Plausibility.disagreements(below, above));
                  return below.overlaidBy(above);
                }));
    long withTuning = facts.values().stream().filter(ModelFacts::hasTuning).count();
    return new Sources(facts, findings, withTuning);
  }
}

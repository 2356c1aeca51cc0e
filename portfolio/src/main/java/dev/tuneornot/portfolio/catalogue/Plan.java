package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.evaluation.PricePeriods;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Plausibility;
import dev.tuneornot.portfolio.prices.PriceChange;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.PriceMerge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an import is going to do.
 *
 * @param changes of every model that a source names or that is held, in the order of the ids
 * @param findings in the order of kind and model
 */
public record Plan(List<PriceChange> changes, List<Finding> findings) {

  public static Plan of(Sources sources, Map<String, ModelPricing> held, PriceMerge merge) {
    Set<String> modelIds = new TreeSet<>(sources.facts().keySet());
    modelIds.addAll(held.keySet());
    List<PriceChange> changes = new ArrayList<>();
    Set<Finding> findings = new LinkedHashSet<>(sources.findings());
    for (String modelId : modelIds) {
      ModelFacts stated = sources.facts().get(modelId);
      ModelPricing before = held.get(modelId);
      if (stated != null) {
        PriceChange change = merge.merge(before, stated);
        changes.add(change);
        findings.addAll(Plausibility.of(inForce(change.result(), stated, merge)));
        findings.addAll(announced(change, merge));
      } else if (before != null) {
        changes.add(PriceChange.gone(before));
      }
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::modelId));
    return new Plan(List.copyOf(changes), List.copyOf(sorted));
  }

  /** The prices that will be in force, also those that no source states but that are held. */
  private static ModelFacts inForce(ModelPricing result, ModelFacts stated, PriceMerge merge) {
    PricePeriod period = PricePeriods.inForce(result, merge.effectiveFrom());
    return ModelFacts.ofPrices(
        stated.modelId(), stated.origin(), PriceField.of(period), stated.provenance());
  }

  private static List<Finding> announced(PriceChange change, PriceMerge merge) {
    List<Finding> findings = new ArrayList<>();
    boolean hasNewPeriod =
        change.kind() == PriceChange.Kind.CHANGED
            && change.result().getPeriods().stream()
                .anyMatch(period -> period.getEffectiveFrom().equals(merge.effectiveFrom()));
    for (PricePeriod period : change.result().getPeriods()) {
      if (hasNewPeriod && period.getEffectiveFrom().isAfter(merge.effectiveFrom())) {
        String sentence = "the prices from " + period.getEffectiveFrom() + " on stay as they are";
        findings.add(
            new Finding(Finding.Kind.ANNOUNCED_STAYS, change.result().getModelId(), sentence));
      }
    }
    return findings;
  }
}

package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.FindingWords;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.portfolio.prices.PriceChange;
import dev.tuneornot.portfolio.prices.PriceMerge;
import java.time.Instant;
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
 * @param changes of every model that a source names or that is stored, in the order of the ids
 * @param findings in the order of kind and model
 * @param reasons to send nothing without being told to; empty where there is none
 */
public record Plan(List<PriceChange> changes, List<Finding> findings, List<String> reasons) {

  /**
   * Plans.
   *
   * @param settings by which the app judges prices
   * @param now prices of before are the past
   */
  public static Plan of(
      Sources sources, Stored there, PriceMerge merge, ReviewSettings settings, Instant now) {
    Map<String, ModelPricing> stored = there.prices();
    Set<String> modelIds = new TreeSet<>(sources.facts().keySet());
    modelIds.addAll(stored.keySet());
    List<PriceChange> changes = new ArrayList<>();
    Set<Finding> findings = new LinkedHashSet<>(sources.findings());
    for (String modelId : modelIds) {
      ModelFacts stated = sources.facts().get(modelId);
      ModelPricing before = stored.get(modelId);
      if (stated != null) {
        PriceReview review = there.reviews().get(modelId);
        PriceChange change =
            review == null
                ? merge.merge(before, stated)
                : withReview(review, merge.merge(before, stated), stated, merge);
        changes.add(change);
        if (change.isToBeSent()) {
          findings.addAll(
              judged(
                  modelId, settings.judge(before, change.result(), there.staleDaysOfAll(), now)));
        } else if (review != null && change.kind() == PriceChange.Kind.WAITING) {
          findings.addAll(judged(modelId, review.getFindings()));
        }
        findings.addAll(change.findings());
        findings.addAll(announced(change, stated, merge));
      } else if (before != null) {
        changes.add(PriceChange.gone(before));
      }
    }
    Guards guards = Guards.of(sources.readings(), stored, merge.effectiveFrom());
    findings.addAll(guards.findings());
    List<String> reasons = new ArrayList<>(guards.reasons());
    reasons.addAll(rewritten(changes, stored, merge.effectiveFrom(), now));
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::modelId));
    return new Plan(List.copyOf(changes), List.copyOf(sorted), List.copyOf(reasons));
  }

  /**
   * What is held for review already is not sent again while the sources still say so; once they say
   * something else, also what was in force before, that takes its place.
   */
  private static PriceChange withReview(
      PriceReview review, PriceChange change, ModelFacts stated, PriceMerge merge) {
    PriceChange.Kind again = merge.merge(review.getHeld(), stated).kind();
    if (again == PriceChange.Kind.UNCHANGED) {
      return new PriceChange(
          PriceChange.Kind.WAITING, review.getHeld(), List.of(), change.findings());
    }
    return change.kind() == PriceChange.Kind.UNCHANGED
        ? new PriceChange(
            PriceChange.Kind.CHANGED,
            change.result(),
            List.of(new PriceChange.Field("review", "held", "withdrawn")),
            change.findings())
        : change;
  }

  private static List<Finding> judged(String modelId, List<PriceFinding> found) {
    return found.isEmpty()
        ? List.of()
        : List.of(new Finding(Finding.Kind.HELD_FOR_REVIEW, modelId, FindingWords.of(found)));
  }

  private static List<Finding> announced(PriceChange change, ModelFacts stated, PriceMerge merge) {
    List<Finding> findings = new ArrayList<>();
    boolean hasNewPeriod =
        change.kind() == PriceChange.Kind.CHANGED
            && change.result().getPeriods().stream()
                .anyMatch(period -> period.getEffectiveFrom().equals(merge.effectiveFrom()));
    for (PricePeriod period : change.result().getPeriods()) {
      Instant from = period.getEffectiveFrom();
      boolean isStated = stated.history().stream().map(Phase::from).anyMatch(from::equals);
      if (hasNewPeriod && from.isAfter(merge.effectiveFrom()) && !isStated) {
        String sentence = "the prices from " + from + " on stay as they are";
        findings.add(
            new Finding(Finding.Kind.ANNOUNCED_STAYS, change.result().getModelId(), sentence));
      }
    }
    return findings;
  }

  /** Prices of the past that would be others than those that recommendations were made with. */
  private static List<String> rewritten(
      List<PriceChange> changes, Map<String, ModelPricing> stored, Instant from, Instant now) {
    if (!from.isBefore(now)) {
      return List.of();
    }
    List<String> modelIds = new ArrayList<>();
    for (PriceChange change : changes) {
      ModelPricing before = stored.get(change.result().getModelId());
      boolean other =
          before != null
              && change.isToBeSent()
              && change.result().getPeriods().stream()
                  .anyMatch(
                      period ->
                          period.getEffectiveFrom().equals(from)
                              && !before.getPeriods().contains(period));
      if (other) {
        modelIds.add(change.result().getModelId());
      }
    }
    if (modelIds.isEmpty()) {
      return List.of();
    }
    String some = String.join(", ", modelIds.subList(0, Math.min(5, modelIds.size())));
    return List.of(
        "the prices from %s on of %d stored models are rewritten (%s%s): recommendations made since"
                .formatted(from, modelIds.size(), some, modelIds.size() > 5 ? ", ..." : "")
            + " then can no longer be reproduced");
  }
}

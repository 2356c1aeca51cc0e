package dev.tuneornot.evaluation.judging;

import dev.tuneornot.evaluation.PricePeriods;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A period of the new price that counts, beside what the price before has at that time.
 *
 * @param before null: the first price of its model
 */
record PeriodPair(@Nullable PeriodFields before, PeriodFields after) {

  /** The period in force at an instant and all later ones. */
  static List<PeriodPair> of(@Nullable ModelPricing before, ModelPricing after, Instant at) {
    List<PeriodPair> pairs = new ArrayList<>();
    PricePeriod inForce = PricePeriods.inForce(after, at);
    for (PricePeriod period : after.getPeriods()) {
      Instant from = period.getEffectiveFrom();
      boolean isInForce = inForce != null && from.equals(inForce.getEffectiveFrom());
      if (isInForce || from.isAfter(at)) {
        pairs.add(pair(before, after, period, from.isAfter(at) ? from : at));
      }
    }
    return pairs;
  }

  /** Whether any field is other than before; not so where there was no price before. */
  boolean differs() {
    return before != null && !before.values().equals(after.values());
  }

  private static PeriodPair pair(
      @Nullable ModelPricing before, ModelPricing after, PricePeriod period, Instant at) {
    SortedSet<Integer> thresholds = new TreeSet<>();
    addThresholds(period, thresholds);
    if (before == null) {
      return new PeriodPair(null, PeriodFields.of(after, period, thresholds));
    }
    PricePeriod then = PricePeriods.inForce(before, at);
    if (then != null) {
      addThresholds(then, thresholds);
    }
    return new PeriodPair(
        PeriodFields.of(before, then, thresholds), PeriodFields.of(after, period, thresholds));
  }

  private static void addThresholds(PricePeriod period, SortedSet<Integer> thresholds) {
    for (Tier tier : period.getTiers()) {
      thresholds.add(tier.getAbovePromptTokens());
    }
  }
}

package dev.tuneornot.portfolio.formats;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.portfolio.prices.Dates;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a record of our own says. */
final class OwnRecord {

  private static final double NEUTRAL = 1;

  private OwnRecord() {}

  /** With all its periods; the one in force at {@code at} is the present. */
  static ModelFacts facts(ModelPricing read, Instant at, Provenance provenance) {
    List<Phase> phases = new ArrayList<>();
    for (PricePeriod period : read.getPeriods()) {
      phases.add(
          new Phase(
              period.getEffectiveFrom(),
              PriceField.of(period),
              period.getTiers().isEmpty() ? null : period.getTiers()));
    }
    String source = read.getSource().isEmpty() ? provenance.source() : read.getSource();
    Provenance own =
        new Provenance(
            source,
            read.getObservedAt() == null ? provenance.observedAt() : read.getObservedAt(),
            read.getConfidence());
    return Phases.facts(read.getModelId(), source, phases, at, own)
        .withDates(dates(read, source))
        .withTokenFactor(read.getTokenFactor() == NEUTRAL ? null : read.getTokenFactor());
  }

  static Dates dates(ModelPricing read, String source) {
    return Dates.own(
        read.getTuningClosesAt(),
        read.getRetiresAt(),
        read.getTunedRetiresAt(),
        read.getReplacement(),
        source);
  }
}

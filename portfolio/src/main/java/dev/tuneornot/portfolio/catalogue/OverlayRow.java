package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a row of the overlay says. */
final class OverlayRow {

  private OverlayRow() {}

  /**
   * The facts of a row that has been read.
   *
   * @param cells one before those of the header
   */
  static ModelFacts facts(ModelPricing read, List<String> header, List<String> cells) {
    Set<String> given = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (!cells.get(i + 1).isBlank()) {
        given.add(header.get(i).strip());
      }
    }
    // The record has 0 where the row says nothing of a minimum charge, hosting or storage.
    Map<PriceField, Double> prices = new EnumMap<>(PriceField.class);
    PriceField.of(read.getPeriods().get(0))
        .forEach(
            (field, price) -> {
              if (given.contains(field.path())) {
                prices.put(field, price);
              }
            });
    return new ModelFacts(
        read.getModelId(),
        "the overlay",
        prices,
        read.getTuningClosesAt(),
        read.getRetiresAt(),
        new Provenance(
            read.getSource().isEmpty() ? "overlay" : read.getSource(),
            read.getObservedAt(),
            read.getConfidence()));
  }
}

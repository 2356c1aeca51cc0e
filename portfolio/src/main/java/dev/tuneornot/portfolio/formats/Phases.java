package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.portfolio.prices.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Facts of a model whose file knows more than the present. */
final class Phases {

  private Phases() {}

  /**
   * Facts with the phase in force as the present. Of one phase that began nobody knows when there
   * is no history.
   *
   * @param phases in the order of time, at least one
   */
  static ModelFacts facts(
      String modelId, String origin, List<Phase> phases, Instant at, Provenance provenance) {
    Phase inForce = null;
    for (Phase phase : phases) {
      if (phase.from() == null || !phase.from().isAfter(at)) {
        inForce = phase;
      }
    }
    boolean hasHistory = phases.size() > 1 || phases.get(0).from() != null;
    ModelFacts facts =
        ModelFacts.ofPrices(
            modelId, origin, inForce == null ? Map.of() : inForce.prices(), provenance);
    return facts
        .withTiers(inForce == null ? null : inForce.tiers())
        .withHistory(hasHistory ? List.copyOf(phases) : List.of());
  }
}

package dev.tuneornot.evaluation.judging;

import static dev.tuneornot.evaluation.judging.Findings.text;

import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ModelPricing;
import java.time.Duration;
import java.time.Instant;

/** Other prices that come from a weaker source or were read earlier (J6, J8). */
final class Origins {
  private Origins() {}

  /**
   * Of a price that differs from the one before.
   *
   * @param stalePriceDays for how long a price is not old
   */
  static void find(
      ModelPricing before, ModelPricing after, Instant at, int stalePriceDays, Findings findings) {
    Instant seen = before.getObservedAt();
    if (seen == null) {
      return;
    }
    Instant stale = seen.plus(Duration.ofDays(stalePriceDays));
    // The symbols of the schema stand in the order of trust.
    if (after.getConfidence().compareTo(before.getConfidence()) > 0 && at.isBefore(stale)) {
      findings.add(
          FindingId.WEAKER_SOURCE,
          "confidence",
          before.getConfidence().name(),
          after.getConfidence().name(),
          text(stale)); // J6
    }
    Instant observed = after.getObservedAt();
    if (observed != null && observed.isBefore(seen)) {
      findings.add(FindingId.OLDER, "observedAt", text(seen), text(observed), text(seen)); // J8
    }
  }
}

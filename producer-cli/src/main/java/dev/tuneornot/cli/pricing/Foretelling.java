package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.portfolio.prices.FindingWords;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which prices the streams app would hold for review, and why. */
final class Foretelling {
  private final ReviewSettings settings;
  private final int stalePriceDays;
  private final Instant now;
  private final Surroundings surroundings;
  private final Map<String, ModelPricing> inForce;
  private final Map<String, ModelPricing> held = new LinkedHashMap<>();
  private long seen;

  /**
   * @param settings by which the app judges
   * @param stalePriceDays of the policy for every portfolio
   * @param inForce by modelId; not modified
   */
  Foretelling(
      ReviewSettings settings,
      int stalePriceDays,
      Map<String, ModelPricing> inForce,
      Surroundings surroundings) {
    this.settings = settings;
    this.stalePriceDays = stalePriceDays;
    this.inForce = new HashMap<>(inForce);
    this.now = surroundings.clock().instant();
    this.surroundings = surroundings;
  }

  /**
   * Judges a price by the one in force, or by the one before it that comes into force.
   *
   * @param where it stands, for a person
   */
  void judge(String where, ModelPricing price) {
    seen++;
    String modelId = price.getModelId();
    List<PriceFinding> findings = settings.judge(inForce.get(modelId), price, stalePriceDays, now);
    if (findings.isEmpty()) {
      inForce.put(modelId, price);
      held.remove(modelId);
    } else {
      held.put(modelId, price);
      surroundings.say(
          where + ": " + Violation.displayed(modelId) + ": " + FindingWords.of(findings));
    }
  }

  /** The last price of each model, where it is held. */
  Map<String, ModelPricing> held() {
    return held;
  }

  /** Says how many, where there is any. */
  void sayCounts() {
    if (!held.isEmpty()) {
      surroundings.say(
          "%,d of %,d prices would be held for review; the prices in force count until then"
              .formatted(held.size(), seen));
    }
  }
}

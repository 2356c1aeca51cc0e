package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.evaluation.judging.PriceJudge;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.portfolio.prices.FindingWords;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which prices the streams app would hold for review, and why. It judges by the bounds that
 * are usual; the app's may be set otherwise.
 */
final class Foretelling {
  private final PriceJudge judge;
  private final Instant now;
  private final Surroundings surroundings;
  private final Map<String, ModelPricing> inForce;
  private final Map<String, ModelPricing> held = new LinkedHashMap<>();
  private long seen;

  /**
   * @param inForce by modelId; not modified
   */
  Foretelling(PriceJudge judge, Map<String, ModelPricing> inForce, Surroundings surroundings) {
    this.judge = judge;
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
    List<PriceFinding> findings = judge.judge(inForce.get(modelId), price, now);
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

package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of a model's prices (docs/rules.md, section 1). */
public final class ModelPricingBounds extends Bounds<ModelPricing> {

  private static final String PERIODS = "periods";

  @Override
  boolean check(ModelPricing pricing, Report report) {
    boolean valid = modelId(report, "modelId", pricing.getModelId());
    valid &= periods(report, pricing.getPeriods());
    valid &= Instants.ifKnown(report, "tuningClosesAt", pricing.getTuningClosesAt());
    valid &= Instants.ifKnown(report, "retiresAt", pricing.getRetiresAt());
    valid &= Instants.ifKnown(report, "tunedRetiresAt", pricing.getTunedRetiresAt());
    String replacement = pricing.getReplacement();
    valid &= replacement == null || modelId(report, "replacement", replacement);
    double factor = pricing.getTokenFactor();
    valid &= Numbers.within(report, "", "tokenFactor", factor, 0.1, 10.0, "0.1..10");
    valid &= Texts.encodable(report, "source", pricing.getSource());
    valid &= Instants.ifKnown(report, "observedAt", pricing.getObservedAt());
    valid &= Symbols.known(report, "", "confidence", pricing.getConfidence());
    return valid;
  }

  private static boolean modelId(Report report, String field, @Nullable String modelId) {
    if (Texts.isModelId(modelId)) {
      return true;
    }
    report.violation("", field, modelId, Texts.MODEL_ID);
    return false;
  }

  private static boolean periods(Report report, @Nullable List<PricePeriod> periods) {
    if (periods == null || periods.isEmpty()) {
      report.violation("", PERIODS, null, "given, with at least one period");
      return false;
    }
    boolean valid = true;
    Instant previous = null;
    for (int i = 0; i < periods.size(); i++) {
      PricePeriod period = periods.get(i);
      if (period == null) {
        report.violation("", report.element(PERIODS, i), null, Violation.REQUIRED);
        valid = false;
        continue;
      }
      valid &= period(report, i, period);
      Instant start = period.getEffectiveFrom();
      if (start != null) {
        valid &= previous == null || later(report, i, start, previous);
        previous = start;
      }
    }
    return valid;
  }

  private static boolean later(Report report, int index, Instant start, Instant previous) {
    if (start.isAfter(previous)) {
      return true;
    }
    report.violation(
        report.element(PERIODS, index),
        "effectiveFrom",
        start,
        "later than that of the period before (" + previous + ")");
    return false;
  }

  private static boolean period(Report report, int index, PricePeriod period) {
    String parent = report.element(PERIODS, index);
    boolean valid = Instants.known(report, parent, "effectiveFrom", period.getEffectiveFrom());
    valid &= Numbers.priceIfKnown(report, parent, "inputPerMTok", period.getInputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "cachedInputPerMTok", period.getCachedInputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "cacheWritePerMTok", period.getCacheWritePerMTok());
    valid &= Numbers.priceIfKnown(report, parent, "outputPerMTok", period.getOutputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "batchInputPerMTok", period.getBatchInputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "batchOutputPerMTok", period.getBatchOutputPerMTok());
    valid &= TierBounds.check(report, parent, period.getTiers());
    Tuning tuning = period.getTuning();
    valid &= tuning == null || tuning(report, report.child(parent, "tuning"), tuning);
    return valid;
  }

  private static boolean tuning(Report report, String parent, Tuning tuning) {
    boolean valid =
        Numbers.priceIfKnown(report, parent, "trainingPerMTok", tuning.getTrainingPerMTok());
    valid &= Numbers.priceIfKnown(report, parent, "trainingPerHour", tuning.getTrainingPerHour());
    valid &= Numbers.price(report, parent, "minimumCharge", tuning.getMinimumCharge());
    valid &= Numbers.priceIfKnown(report, parent, "inputPerMTok", tuning.getInputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "cachedInputPerMTok", tuning.getCachedInputPerMTok());
    valid &= Numbers.priceIfKnown(report, parent, "outputPerMTok", tuning.getOutputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "batchInputPerMTok", tuning.getBatchInputPerMTok());
    valid &=
        Numbers.priceIfKnown(report, parent, "batchOutputPerMTok", tuning.getBatchOutputPerMTok());
    valid &= Numbers.price(report, parent, "hostingPerHour", tuning.getHostingPerHour());
    valid &= Numbers.price(report, parent, "storagePerMonth", tuning.getStoragePerMonth());
    int adapters = tuning.getAdaptersPerDeployment();
    valid &= Numbers.within(report, parent, "adaptersPerDeployment", adapters, 1, 1000, "1..1000");
    return valid;
  }
}

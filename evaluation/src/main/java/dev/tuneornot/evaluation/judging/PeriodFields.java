package dev.tuneornot.evaluation.judging;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a period that are judged, by their paths: what is not known is absent. What a
 * prompt pays just above a threshold has a path of its own, whichever tier says so.
 *
 * @param values undiscounted
 * @param places the prefixes of the paths at which there are prices of input and output
 */
record PeriodFields(Map<String, Double> values, List<String> places, boolean isTunable) {
  static final String INPUT = "inputPerMTok";
  static final String CACHED_INPUT = "cachedInputPerMTok";
  static final String OUTPUT = "outputPerMTok";
  static final String BASE = "";
  static final String TUNING = "tuning.";
  static final String TRAINING = TUNING + "trainingPerMTok";
  static final String HOSTING = TUNING + "hostingPerHour";
  private static final String TIERS = "tiers";
  private static final String TOKEN_FACTOR = "tokenFactor";

  /**
   * @param period null: the model has no price at that time
   * @param thresholds of prompts, in tokens
   */
  static PeriodFields of(
      ModelPricing pricing, @Nullable PricePeriod period, SortedSet<Integer> thresholds) {
    Map<String, Double> values = new LinkedHashMap<>();
    List<String> places = new ArrayList<>();
    put(values, TOKEN_FACTOR, pricing.getTokenFactor());
    if (period == null) {
      return new PeriodFields(values, places, false);
    }
    places.add(BASE);
    put(values, INPUT, period.getInputPerMTok());
    put(values, CACHED_INPUT, period.getCachedInputPerMTok());
    put(values, "cacheWritePerMTok", period.getCacheWritePerMTok());
    put(values, OUTPUT, period.getOutputPerMTok());
    put(values, "batchInputPerMTok", period.getBatchInputPerMTok());
    put(values, "batchOutputPerMTok", period.getBatchOutputPerMTok());
    for (int threshold : thresholds) {
      places.add(above(threshold));
      putTier(values, period, threshold);
    }
    Tuning tuning = period.getTuning();
    if (tuning != null) {
      places.add(TUNING);
      putTuning(values, tuning);
    }
    return new PeriodFields(values, places, tuning != null);
  }

  @Nullable Double get(String path) {
    return values.get(path);
  }

  static boolean isInputOrOutputOfTier(String path) {
    return path.startsWith(TIERS) && (path.endsWith("." + INPUT) || path.endsWith("." + OUTPUT));
  }

  private static String above(int threshold) {
    return TIERS + "[>" + threshold + "].";
  }

  private static void putTier(Map<String, Double> values, PricePeriod period, int threshold) {
    Tier tier = null;
    for (Tier each : period.getTiers()) {
      if (each.getAbovePromptTokens() <= threshold) {
        tier = each;
      }
    }
    String place = above(threshold);
    put(values, place + INPUT, tier == null ? null : tier.getInputPerMTok(), values.get(INPUT));
    put(
        values,
        place + CACHED_INPUT,
        tier == null ? null : tier.getCachedInputPerMTok(),
        values.get(CACHED_INPUT));
    put(values, place + OUTPUT, tier == null ? null : tier.getOutputPerMTok(), values.get(OUTPUT));
  }

  private static void putTuning(Map<String, Double> values, Tuning tuning) {
    put(values, TRAINING, tuning.getTrainingPerMTok());
    put(values, TUNING + "trainingPerHour", tuning.getTrainingPerHour());
    put(values, TUNING + "minimumCharge", tuning.getMinimumCharge());
    put(values, TUNING + INPUT, tuning.getInputPerMTok());
    put(values, TUNING + CACHED_INPUT, tuning.getCachedInputPerMTok());
    put(values, TUNING + OUTPUT, tuning.getOutputPerMTok());
    put(values, TUNING + "batchInputPerMTok", tuning.getBatchInputPerMTok());
    put(values, TUNING + "batchOutputPerMTok", tuning.getBatchOutputPerMTok());
    put(values, HOSTING, tuning.getHostingPerHour());
    put(values, TUNING + "storagePerMonth", tuning.getStoragePerMonth());
  }

  private static void put(
      Map<String, Double> values, String path, @Nullable Double own, @Nullable Double otherwise) {
    put(values, path, own == null ? otherwise : own);
  }

  private static void put(Map<String, Double> values, String path, @Nullable Double value) {
    if (value != null) {
      values.put(path, value == 0 ? 0.0 : value); // -0.0 is no other price.
    }
  }
}

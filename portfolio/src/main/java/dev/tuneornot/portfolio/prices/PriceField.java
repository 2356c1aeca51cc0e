package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A price in a period, by its path in a file of prices. */
public enum PriceField {
  INPUT("inputPerMTok"),
  CACHED_INPUT("cachedInputPerMTok"),
  OUTPUT("outputPerMTok"),
  TRAINING_TOKENS("tuning.trainingPerMTok"),
  TRAINING_HOURS("tuning.trainingPerHour"),
  MINIMUM_CHARGE("tuning.minimumCharge"),
  TUNED_INPUT("tuning.inputPerMTok"),
  TUNED_CACHED_INPUT("tuning.cachedInputPerMTok"),
  TUNED_OUTPUT("tuning.outputPerMTok"),
  HOSTING("tuning.hostingPerHour"),
  STORAGE("tuning.storagePerMonth");

  private static final String TUNING = "tuning.";

  private final String path;

  PriceField(String path) {
    this.path = path;
  }

  /** Such as {@code tuning.trainingPerMTok}. */
  public String path() {
    return path;
  }

  boolean isOfTuning() {
    return path.startsWith(TUNING);
  }

  /** Where nothing is said, these are 0 by the schema; the others are unknown. */
  boolean isZeroByDefault() {
    return this == MINIMUM_CHARGE || this == HOSTING || this == STORAGE;
  }

  /** The prices that a period knows; null: no period, no prices. */
  public static Map<PriceField, Double> of(@Nullable PricePeriod period) {
    Map<PriceField, Double> prices = new EnumMap<>(PriceField.class);
    if (period == null) {
      return prices;
    }
    put(prices, INPUT, period.getInputPerMTok());
    put(prices, CACHED_INPUT, period.getCachedInputPerMTok());
    put(prices, OUTPUT, period.getOutputPerMTok());
    Tuning tuning = period.getTuning();
    if (tuning != null) {
      put(prices, TRAINING_TOKENS, tuning.getTrainingPerMTok());
      put(prices, TRAINING_HOURS, tuning.getTrainingPerHour());
      put(prices, MINIMUM_CHARGE, tuning.getMinimumCharge());
      put(prices, TUNED_INPUT, tuning.getInputPerMTok());
      put(prices, TUNED_CACHED_INPUT, tuning.getCachedInputPerMTok());
      put(prices, TUNED_OUTPUT, tuning.getOutputPerMTok());
      put(prices, HOSTING, tuning.getHostingPerHour());
      put(prices, STORAGE, tuning.getStoragePerMonth());
    }
    return prices;
  }

  /**
   * Puts prices into a period; it can be tuned if any price of tuning is known. What no price field
   * is about stays as it is.
   */
  static void put(PricePeriod period, Map<PriceField, Double> prices) {
    period.setInputPerMTok(prices.get(INPUT));
    period.setCachedInputPerMTok(prices.get(CACHED_INPUT));
    period.setOutputPerMTok(prices.get(OUTPUT));
    if (prices.keySet().stream().noneMatch(PriceField::isOfTuning)) {
      period.setTuning(null);
      return;
    }
    Function<PriceField, Double> orZero =
        field -> Objects.requireNonNullElse(prices.get(field), 0.0);
    Tuning before = period.getTuning();
    Tuning tuning = (before == null ? Tuning.newBuilder() : Tuning.newBuilder(before)).build();
    tuning.setTrainingPerMTok(prices.get(TRAINING_TOKENS));
    tuning.setTrainingPerHour(prices.get(TRAINING_HOURS));
    tuning.setMinimumCharge(orZero.apply(MINIMUM_CHARGE));
    tuning.setInputPerMTok(prices.get(TUNED_INPUT));
    tuning.setCachedInputPerMTok(prices.get(TUNED_CACHED_INPUT));
    tuning.setOutputPerMTok(prices.get(TUNED_OUTPUT));
    tuning.setHostingPerHour(orZero.apply(HOSTING));
    tuning.setStoragePerMonth(orZero.apply(STORAGE));
    period.setTuning(tuning);
  }

  private static void put(
      Map<PriceField, Double> prices, PriceField field, @Nullable Double price) {
    if (price != null) {
      prices.put(field, price);
    }
  }
}

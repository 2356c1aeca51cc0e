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
  CACHE_WRITE("cacheWritePerMTok"),
  OUTPUT("outputPerMTok"),
  BATCH_INPUT("batchInputPerMTok"),
  BATCH_OUTPUT("batchOutputPerMTok"),
  TRAINING_TOKENS("tuning.trainingPerMTok"),
  TRAINING_HOURS("tuning.trainingPerHour"),
  MINIMUM_CHARGE("tuning.minimumCharge"),
  TUNED_INPUT("tuning.inputPerMTok"),
  TUNED_CACHED_INPUT("tuning.cachedInputPerMTok"),
  TUNED_OUTPUT("tuning.outputPerMTok"),
  TUNED_BATCH_INPUT("tuning.batchInputPerMTok"),
  TUNED_BATCH_OUTPUT("tuning.batchOutputPerMTok"),
  HOSTING("tuning.hostingPerHour"),
  STORAGE("tuning.storagePerMonth"),
  /** No price, but what one is divided by: tuned models that share a deployment. */
  ADAPTERS("tuning.adaptersPerDeployment");

  private static final String TUNING = "tuning.";
  private static final double ONE_ADAPTER = 1;

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

  /** Whether this is what the schema has where nothing is said. */
  boolean isDefault(double value) {
    return switch (this) {
      case MINIMUM_CHARGE, HOSTING, STORAGE -> value == 0;
      case ADAPTERS -> value == ONE_ADAPTER;
      default -> false;
    };
  }

  /** The field of the tuned model that this one of its base turns into; itself where none does. */
  public PriceField tuned() {
    return switch (this) {
      case INPUT -> TUNED_INPUT;
      case CACHED_INPUT -> TUNED_CACHED_INPUT;
      case OUTPUT -> TUNED_OUTPUT;
      case BATCH_INPUT -> TUNED_BATCH_INPUT;
      case BATCH_OUTPUT -> TUNED_BATCH_OUTPUT;
      default -> this;
    };
  }

  /** The prices that a period knows; null: no period, no prices. */
  public static Map<PriceField, Double> of(@Nullable PricePeriod period) {
    Map<PriceField, Double> prices = new EnumMap<>(PriceField.class);
    if (period == null) {
      return prices;
    }
    put(prices, INPUT, period.getInputPerMTok());
    put(prices, CACHED_INPUT, period.getCachedInputPerMTok());
    put(prices, CACHE_WRITE, period.getCacheWritePerMTok());
    put(prices, OUTPUT, period.getOutputPerMTok());
    put(prices, BATCH_INPUT, period.getBatchInputPerMTok());
    put(prices, BATCH_OUTPUT, period.getBatchOutputPerMTok());
    Tuning tuning = period.getTuning();
    if (tuning != null) {
      put(prices, TRAINING_TOKENS, tuning.getTrainingPerMTok());
      put(prices, TRAINING_HOURS, tuning.getTrainingPerHour());
      put(prices, MINIMUM_CHARGE, tuning.getMinimumCharge());
      put(prices, TUNED_INPUT, tuning.getInputPerMTok());
      put(prices, TUNED_CACHED_INPUT, tuning.getCachedInputPerMTok());
      put(prices, TUNED_OUTPUT, tuning.getOutputPerMTok());
      put(prices, TUNED_BATCH_INPUT, tuning.getBatchInputPerMTok());
      put(prices, TUNED_BATCH_OUTPUT, tuning.getBatchOutputPerMTok());
      put(prices, HOSTING, tuning.getHostingPerHour());
      put(prices, STORAGE, tuning.getStoragePerMonth());
      put(prices, ADAPTERS, (double) tuning.getAdaptersPerDeployment());
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
    period.setCacheWritePerMTok(prices.get(CACHE_WRITE));
    period.setOutputPerMTok(prices.get(OUTPUT));
    period.setBatchInputPerMTok(prices.get(BATCH_INPUT));
    period.setBatchOutputPerMTok(prices.get(BATCH_OUTPUT));
    if (prices.keySet().stream().noneMatch(PriceField::isOfTuning)) {
      period.setTuning(null);
      return;
    }
    Function<PriceField, Double> orZero =
        field -> Objects.requireNonNullElse(prices.get(field), 0.0);
    Tuning tuning = Tuning.newBuilder().build();
    tuning.setTrainingPerMTok(prices.get(TRAINING_TOKENS));
    tuning.setTrainingPerHour(prices.get(TRAINING_HOURS));
    tuning.setMinimumCharge(orZero.apply(MINIMUM_CHARGE));
    tuning.setInputPerMTok(prices.get(TUNED_INPUT));
    tuning.setCachedInputPerMTok(prices.get(TUNED_CACHED_INPUT));
    tuning.setOutputPerMTok(prices.get(TUNED_OUTPUT));
    tuning.setBatchInputPerMTok(prices.get(TUNED_BATCH_INPUT));
    tuning.setBatchOutputPerMTok(prices.get(TUNED_BATCH_OUTPUT));
    tuning.setHostingPerHour(orZero.apply(HOSTING));
    tuning.setStoragePerMonth(orZero.apply(STORAGE));
    tuning.setAdaptersPerDeployment(
        Objects.requireNonNullElse(prices.get(ADAPTERS), ONE_ADAPTER).intValue());
    period.setTuning(tuning);
  }

  private static void put(
      Map<PriceField, Double> prices, PriceField field, @Nullable Double price) {
    if (price != null) {
      prices.put(field, price);
    }
  }
}

package dev.tuneornot.portfolio.formats;

import dev.tuneornot.model.Tier;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.PlainNumber;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.schemas.validation.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a model for a time, as they are gathered from a file. In decimals: 1.5e-07 * 1e6 in
 * doubles is 0.15 only by luck.
 */
final class Draft {

  private static final Set<PriceField> TIERED =
      Set.of(PriceField.INPUT, PriceField.CACHED_INPUT, PriceField.CACHE_WRITE, PriceField.OUTPUT);

  private final int power;
  private final String unit;
  private final Map<PriceField, BigDecimal> prices = new EnumMap<>(PriceField.class);
  private final TreeMap<Integer, Map<PriceField, BigDecimal>> tiers = new TreeMap<>();

  /**
   * @param power of ten between the file's unit and USD per MTok
   * @param unit for a person
   */
  private Draft(int power, String unit) {
    this.power = power;
    this.unit = unit;
  }

  static Draft perToken() {
    return new Draft(6, "USD a token");
  }

  static Draft perMTok() {
    return new Draft(0, "USD per MTok");
  }

  static Draft centsPerToken() {
    return new Draft(4, "US cents a token");
  }

  /**
   * Takes a price, if there is one.
   *
   * @param name of the field in the file
   */
  void put(PriceField field, String name, @Nullable Json value) {
    if (value != null) {
      prices.put(field, decimal(name, value, power));
    }
  }

  /** Takes a price that is not by the token. */
  void put(PriceField field, String name, @Nullable Json value, int otherPower) {
    if (value != null) {
      prices.put(field, decimal(name, value, otherPower));
    }
  }

  /** Takes a price that prompts pay above a number of tokens. */
  void putTier(int abovePromptTokens, PriceField field, String name, @Nullable Json value) {
    if (value != null && TIERED.contains(field)) {
      tiers
          .computeIfAbsent(abovePromptTokens, above -> new EnumMap<>(PriceField.class))
          .put(field, decimal(name, value, power));
    }
  }

  private BigDecimal decimal(String name, Json value, int tens) {
    BigDecimal number = value.decimal();
    try {
      if (number != null) {
        return number.scaleByPowerOfTen(tens);
      }
    } catch (ArithmeticException unreadable) {
      // Its exponent is beyond any price.
    }
    throw new NoPriceException(new Violation(name, value.text(), "a number of " + unit));
  }

  boolean has(PriceField field) {
    return prices.containsKey(field);
  }

  /** Whether a price is stated and 0. */
  boolean isZero(PriceField field) {
    BigDecimal price = prices.get(field);
    return price != null && price.signum() == 0;
  }

  boolean isPaid(PriceField field) {
    BigDecimal price = prices.get(field);
    return price != null && price.signum() > 0;
  }

  boolean isNegative(PriceField field) {
    BigDecimal price = prices.get(field);
    return price != null && price.signum() < 0;
  }

  /** Neither input nor output is priced by the token. */
  boolean isEmpty() {
    return !has(PriceField.INPUT) && !has(PriceField.OUTPUT);
  }

  /** Both are 0, or one is and the other is not known. */
  boolean isFree() {
    return !isEmpty()
        && !isPaid(PriceField.INPUT)
        && !isPaid(PriceField.OUTPUT)
        && !isNegative(PriceField.INPUT)
        && !isNegative(PriceField.OUTPUT);
  }

  /** A price of 0 that may mean unknown is not known. */
  void dropZeroes(Notes notes) {
    if (prices.values().removeIf(price -> price.signum() == 0)) {
      notes.untaken(Untaken.ZERO_UNKNOWN);
    }
  }

  /**
   * Reading from a cache for nothing beside a paid input is a gap in the file, and a write at 0 a
   * write without a surcharge: both are as the input, which is what not known means.
   */
  void dropZeroCached(String modelId, String origin, Notes notes) {
    if (!isPaid(PriceField.INPUT)) {
      return;
    }
    if (isZero(PriceField.CACHED_INPUT)) {
      prices.remove(PriceField.CACHED_INPUT);
      String sentence =
          "%s: %s 0 beside %s %s is taken as not known"
              .formatted(
                  origin,
                  PriceField.CACHED_INPUT.path(),
                  PriceField.INPUT.path(),
                  PlainNumber.of(prices.get(PriceField.INPUT).doubleValue()));
      notes.findings.add(new Finding(Finding.Kind.ZERO_CACHED, modelId, sentence));
    }
    if (isZero(PriceField.CACHE_WRITE)) {
      prices.remove(PriceField.CACHE_WRITE);
      notes.untaken(Untaken.ZERO_CACHE_WRITE);
    }
    for (Map<PriceField, BigDecimal> tier : tiers.values()) {
      tier.entrySet()
          .removeIf(
              price ->
                  price.getValue().signum() == 0
                      && (price.getKey() == PriceField.CACHED_INPUT
                          || price.getKey() == PriceField.CACHE_WRITE));
    }
  }

  /** USD per MTok. */
  Map<PriceField, Double> prices() {
    Map<PriceField, Double> all = new EnumMap<>(PriceField.class);
    // A double has a zero below zero, and a price has not.
    prices.forEach((field, price) -> all.put(field, price.doubleValue() + 0.0));
    return all;
  }

  /** Those of the tuned model. */
  Map<PriceField, Double> tunedPrices() {
    Map<PriceField, Double> all = new EnumMap<>(PriceField.class);
    prices()
        .forEach(
            (field, price) -> {
              if (field.tuned() != field) {
                all.put(field.tuned(), price);
              }
            });
    return all;
  }

  boolean hasTiers() {
    return !tiers.isEmpty();
  }

  /** In the order of their bounds; a tier without a price is none. */
  List<Tier> tiers() {
    List<Tier> all = new ArrayList<>();
    tiers.forEach(
        (above, tier) -> {
          if (!tier.isEmpty()) {
            all.add(
                new Tier(
                    above,
                    usd(tier.get(PriceField.INPUT)),
                    usd(tier.get(PriceField.CACHED_INPUT)),
                    usd(tier.get(PriceField.CACHE_WRITE)),
                    usd(tier.get(PriceField.OUTPUT))));
          }
        });
    return all;
  }

  private static @Nullable Double usd(@Nullable BigDecimal price) {
    return price == null ? null : price.doubleValue() + 0.0;
  }
}

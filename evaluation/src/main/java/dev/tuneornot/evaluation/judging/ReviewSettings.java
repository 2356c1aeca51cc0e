package dev.tuneornot.evaluation.judging;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether prices are judged, and beyond which bounds they are odd, as an operator sets it. */
public record ReviewSettings(boolean isEnabled, ReviewBounds bounds) {

  /** Those that apply unless an operator says otherwise. */
  public static final ReviewSettings DEFAULTS =
      new ReviewSettings(ReviewSetting.ENABLED_BY_DEFAULT, ReviewBounds.DEFAULTS);

  /**
   * Out of all settings of a program; others than those of judging are left alone.
   *
   * @throws IllegalArgumentException where one below {@link ReviewSetting#PREFIX} is unknown or out
   *     of its range; the message names it
   */
  public static ReviewSettings of(Map<String, String> settings) {
    TreeSet<String> known =
        Stream.concat(
                Stream.of(ReviewSetting.ENABLED),
                Stream.of(ReviewSetting.values()).map(ReviewSetting::key))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String key : settings.keySet()) {
      if (key.startsWith(ReviewSetting.PREFIX) && !known.contains(key)) {
        throw new IllegalArgumentException("Unknown setting " + key + "; known are " + known);
      }
    }
    return new ReviewSettings(
        isEnabled(settings.get(ReviewSetting.ENABLED)),
        ReviewBounds.of(setting -> bound(setting, settings.get(setting.key()))));
  }

  /**
   * Why the app would hold a price; empty where prices are not judged.
   *
   * @see PriceJudge#judge
   */
  public List<PriceFinding> judge(
      @Nullable ModelPricing before, ModelPricing price, int stalePriceDays, Instant at) {
    return isEnabled ? new PriceJudge(bounds, stalePriceDays).judge(before, price, at) : List.of();
  }

  private static boolean isEnabled(@Nullable String value) {
    if (value == null) {
      return ReviewSetting.ENABLED_BY_DEFAULT;
    }
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(ReviewSetting.ENABLED, value, "true or false");
    };
  }

  private static double bound(ReviewSetting setting, @Nullable String value) {
    if (value == null) {
      return setting.byDefault();
    }
    double number;
    try {
      number = Double.parseDouble(value.strip());
    } catch (NumberFormatException none) {
      number = Double.NaN;
    }
    if (number >= setting.least() && number <= ReviewSetting.MOST) {
      return number;
    }
    String least = Findings.text(setting.least());
    throw refused(setting.key(), value, "a number " + least + "..10^9");
  }

  private static IllegalArgumentException refused(String key, String value, String bound) {
    return new IllegalArgumentException(key + " = " + value + ": must be " + bound);
  }
}

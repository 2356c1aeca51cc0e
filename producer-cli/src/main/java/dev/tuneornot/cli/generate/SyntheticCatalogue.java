package dev.tuneornot.cli.generate;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented models of invented providers with prices in the proportions of the market: output four
 * times input, cached input a quarter or a half, tuned inference up to twice the base, some with
 * hosting that tuned models share, some that cannot be tuned, a few that close or retire; dearer
 * cache writes, cheaper batches, and long prompts that cost twice as much.
 *
 * @param size number of models, at least 1
 * @param today about which prices were read, changed, and are going to change
 */
record SyntheticCatalogue(long seed, int size, Instant today) {

  private static final List<String> PROVIDERS =
      List.of("alder", "birch", "cedar", "dogwood", "elm", "fir");

  /** A class of models and what a million tokens of input cost, in USD. */
  private record Grade(String name, double cheapest, double dearest) {}

  private static final List<Grade> GRADES =
      List.of(
          new Grade("nano", 0.04, 0.12),
          new Grade("mini", 0.12, 0.6),
          new Grade("medium", 0.6, 2.2),
          new Grade("large", 2, 6));

  SyntheticCatalogue {
    if (size < 1) {
      throw new IllegalArgumentException("size = " + size + ": must be at least 1");
    }
  }

  String modelId(int number) {
    int generation = number / (PROVIDERS.size() * GRADES.size()) + 1;
    String provider = PROVIDERS.get(number % PROVIDERS.size());
    return provider + "/" + grade(number).name() + "-" + generation;
  }

  ModelPricing pricing(int number) {
    Dice dice = new Dice(seed, number);
    Grade grade = grade(number);
    double input = Dice.twoDigits(dice.between(grade.cheapest(), grade.dearest()));
    boolean tunable = dice.chance(0.7);
    ModelPricing pricing = new ModelPricing();
    pricing.setModelId(modelId(number));
    pricing.setPeriods(periods(dice, input, tunable));
    pricing.setTuningClosesAt(tunable && dice.chance(0.12) ? inDays(dice.between(20, 300)) : null);
    pricing.setRetiresAt(dice.chance(0.15) ? inDays(dice.between(330, 900)) : null);
    if (pricing.getRetiresAt() != null) {
      boolean outlived = tunable && dice.chance(0.4);
      pricing.setTunedRetiresAt(
          outlived ? pricing.getRetiresAt().plus(Duration.ofDays(dice.between(30, 300))) : null);
      pricing.setReplacement(dice.chance(0.5) ? modelId(dice.between(0, size - 1)) : null);
    }
    pricing.setTokenFactor(dice.chance(0.7) ? 1 : Dice.twoDigits(dice.between(0.8, 1.4)));
    pricing.setSource("synthetic, seed " + seed);
    pricing.setObservedAt(inDays(-dice.between(1, 95)));
    pricing.setConfidence(
        dice.chance(0.85) ? Confidence.OFFICIAL : dice.oneOf(List.of(Confidence.values())));
    return pricing;
  }

  /** Compares models by what they can do, and so by what they cost. */
  int rank(int number) {
    return GRADES.indexOf(grade(number));
  }

  private Grade grade(int number) {
    return GRADES.get(number / PROVIDERS.size() % GRADES.size());
  }

  private List<PricePeriod> periods(Dice dice, double input, boolean tunable) {
    List<PricePeriod> periods = new ArrayList<>();
    if (dice.chance(0.4)) {
      double dearer = Dice.twoDigits(input * dice.between(1.2, 2.5));
      periods.add(period(dice, inDays(-dice.between(300, 700)), dearer, tunable));
    }
    periods.add(period(dice, inDays(-dice.between(30, 290)), input, tunable));
    if (dice.chance(0.2)) {
      double cheaper = Dice.twoDigits(input * dice.between(0.5, 0.9));
      periods.add(period(dice, inDays(dice.between(10, 180)), cheaper, tunable));
    }
    return periods;
  }

  private static PricePeriod period(Dice dice, Instant from, double input, boolean tunable) {
    double cached = Dice.twoDigits(input * (dice.chance(0.5) ? 0.25 : 0.5));
    return PricePeriod.newBuilder()
        .setEffectiveFrom(from)
        .setInputPerMTok(input)
        .setCachedInputPerMTok(dice.chance(0.85) ? cached : null)
        .setCacheWritePerMTok(dice.chance(0.3) ? input * 1.25 : null)
        .setOutputPerMTok(Dice.twoDigits(input * 4))
        .setBatchInputPerMTok(dice.chance(0.5) ? input / 2 : null)
        .setBatchOutputPerMTok(dice.chance(0.5) ? Dice.twoDigits(input * 2) : null)
        .setTiers(dice.chance(0.15) ? List.of(longPrompts(input)) : List.of())
        .setTuning(tunable ? tuning(dice, input) : null)
        .build();
  }

  private static Tuning tuning(Dice dice, double input) {
    double factor = dice.oneOf(List.of(1.0, 1.5, 2.0));
    boolean byTheHour = dice.chance(0.15);
    boolean hosted = dice.chance(0.2);
    return Tuning.newBuilder()
        .setTrainingPerMTok(byTheHour ? null : Dice.twoDigits(input * dice.between(6, 14)))
        .setTrainingPerHour(byTheHour ? Dice.twoDigits(dice.between(20, 110)) : null)
        .setMinimumCharge(dice.chance(0.2) ? 4 : 0)
        .setInputPerMTok(Dice.twoDigits(input * factor))
        .setCachedInputPerMTok(null)
        .setOutputPerMTok(Dice.twoDigits(input * 4 * factor))
        .setHostingPerHour(hosted ? Dice.twoDigits(dice.between(0.5, 3)) : 0)
        .setAdaptersPerDeployment(hosted ? dice.oneOf(List.of(1, 8, 50)) : 1)
        .setStoragePerMonth(dice.chance(0.1) ? 2 : 0)
        .build();
  }

  private static Tier longPrompts(double input) {
    return Tier.newBuilder()
        .setAbovePromptTokens(8_000)
        .setInputPerMTok(2 * input)
        .setOutputPerMTok(Dice.twoDigits(input * 6))
        .build();
  }

  private Instant inDays(int days) {
    return today.plus(Duration.ofDays(days));
  }
}

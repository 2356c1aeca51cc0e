package dev.tuneornot.cli.generate;

import dev.tuneornot.model.Answer;
import java.util.List;
import java.util.SplittableRandom;

/** Random values of one synthetic record; the same for the same seed and number. */
final class Dice {

  // The odd constant of SplittableRandom's own mixing, so that neighbours have nothing in common.
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  Dice(long seed, long number) {
    random = new SplittableRandom(seed * GOLDEN_GAMMA ^ (number + 1));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  double between(double first, double last) {
    return first + random.nextDouble() * (last - first);
  }

  /** Between two powers of ten, all magnitudes alike, two significant digits. */
  long magnitude(double fromExponent, double toExponent) {
    return Math.round(twoDigits(Math.pow(10, between(fromExponent, toExponent))));
  }

  /** YES with a probability, UNKNOWN in one case out of twenty, else NO. */
  Answer answer(double yes) {
    if (chance(1.0 / 20)) {
      return Answer.UNKNOWN;
    }
    return chance(yes) ? Answer.YES : Answer.NO;
  }

  /** Rounded to two significant digits, as people quote and plan. */
  static double twoDigits(double value) {
    if (value == 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    // Divided by a whole power of ten where there is one: 0.15, not 0.15000000000000002.
    return unit < 1
        ? Math.round(value / unit) / Math.rint(1 / unit)
        : Math.round(value / unit) * unit;
  }
}

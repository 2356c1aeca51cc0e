package dev.tuneornot.evaluation.judging;

import java.util.function.ToDoubleFunction;

/**
 * Beyond which bounds a price is odd.
 *
 * @param jump the factor from which on a change is a jump, above 1
 * @param inputMax USD per million input tokens, at the most
 * @param outputMax USD per million output tokens, at the most
 * @param trainingMax USD per million training tokens, at the most
 * @param hostingMax USD per hour of hosting, at the most
 */
public record ReviewBounds(
    double jump, double inputMax, double outputMax, double trainingMax, double hostingMax) {

  /** Those that apply unless an operator says otherwise. */
  public static final ReviewBounds DEFAULTS = of(ReviewSetting::byDefault);

  /** A price that is ten times the other in decimals may fall short of it in doubles. */
  private static final double ROUNDING = 1e-9;

  /** As they are set. */
  public static ReviewBounds of(ToDoubleFunction<ReviewSetting> value) {
    return new ReviewBounds(
        value.applyAsDouble(ReviewSetting.JUMP),
        value.applyAsDouble(ReviewSetting.INPUT_MAX),
        value.applyAsDouble(ReviewSetting.OUTPUT_MAX),
        value.applyAsDouble(ReviewSetting.TRAINING_MAX),
        value.applyAsDouble(ReviewSetting.HOSTING_MAX));
  }

  /** Whether one is at least {@link #jump} times the other; both are above 0. */
  boolean isJump(double one, double other) {
    return Math.max(one, other) >= Math.min(one, other) * (jump * (1 - ROUNDING));
  }

  /** Whether two values are as good as the same; 0 is as good as 0 alone. */
  boolean isWithinJump(double one, double other) {
    boolean isEitherFree = one == 0 || other == 0;
    return isEitherFree ? one == other : !isJump(one, other);
  }
}

package dev.tuneornot.evaluation.judging;

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
  public static final ReviewBounds DEFAULTS = new ReviewBounds(10, 200, 1_000, 200, 500);

  /** A price that is ten times the other in decimals may fall short of it in doubles. */
  private static final double ROUNDING = 1e-9;

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

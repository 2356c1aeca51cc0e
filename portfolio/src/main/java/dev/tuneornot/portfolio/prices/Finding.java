package dev.tuneornot.portfolio.prices;

/**
 * Something about the prices of a model that a person should look at.
 *
 * @param sentence with the figures
 */
public record Finding(Kind kind, String modelId, String sentence) {

  /** What is odd. */
  public enum Kind {
    /** Two sources disagree by more than 1 %. */
    DISAGREEMENT,
    /** Cached input costs more than input. */
    CACHED_ABOVE_INPUT,
    /** A tuned price is less than a tenth, or more than ten times, of the base price. */
    TUNED_RATIO,
    /** Training costs more than 200 USD per MTok. */
    DEAR_TRAINING,
    /** A price of 0: free, or not really known. */
    ZERO_PRICE,
    /** A period that was announced for later stays as it is. */
    ANNOUNCED_STAYS
  }
}

package dev.tuneornot.portfolio.prices;

/**
 * Something about the prices of a model that a person should look at.
 *
 * @param modelId the model; or the source that it is about
 * @param sentence with the figures
 */
public record Finding(Kind kind, String modelId, String sentence) {

  /** What is odd. */
  public enum Kind {
    /** The app will hold the price until a person has looked at it. */
    HELD_FOR_REVIEW,
    /** Two sources disagree by more than 1 %, or on a date. */
    DISAGREEMENT,
    /** A file has the same key twice. */
    REPEATED_KEY,
    /** Ten times off the median of the same model at three or more other providers. */
    OFF_MEDIAN,
    /** Input or output is priced, and the other one is not. */
    HALF_A_PRICE,
    /** A cached price of 0 beside a paid input; it is taken as not known. */
    ZERO_CACHED,
    /** Cached input costs more than input. */
    CACHED_ABOVE_INPUT,
    /** A tuned price is less than a tenth, or more than ten times, of the base price. */
    TUNED_RATIO,
    /** Training costs more than 200 USD per MTok. */
    DEAR_TRAINING,
    /** A price of 0: free, or not really known. */
    ZERO_PRICE,
    /** The held record is from a more trusted source that says otherwise. */
    WEAKER_SOURCE,
    /** A held model is gone from the source that had it. */
    GONE_FROM_SOURCE,
    /** The median price of a source moved by more than ten times. */
    MOVED_MEDIAN,
    /** More than 30 % of the held models of a source are gone from it. */
    MANY_GONE,
    /** A period that was announced for later stays as it is. */
    ANNOUNCED_STAYS,
    /** Tiers that no source names stay, although the price is another. */
    TIERS_STAY,
    /** A date that a person set stays, although a source says another. */
    DATE_STAYS
  }
}

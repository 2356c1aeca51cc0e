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
    /** The app will hold the price for review, or does already: what the judge finds. */
    HELD_FOR_REVIEW,
    /** Two sources disagree by more than 1 %, or on a date. */
    DISAGREEMENT,
    /** A file has the same key twice. */
    REPEATED_KEY,
    /** Ten times off the median of the same model at three or more other providers. */
    OFF_MEDIAN,
    /** A cached price of 0 beside a paid input; it is taken as not known. */
    ZERO_CACHED,
    /** Input and output cost 0: free, or not really known. */
    ZERO_PRICE,
    /** A stored model is gone from the source that had it. */
    GONE_FROM_SOURCE,
    /** The median price of a source moved by more than ten times. */
    MOVED_MEDIAN,
    /** More than 30 % of the stored models of a source are gone from it. */
    MANY_GONE,
    /** A period that was announced for later stays as it is. */
    ANNOUNCED_STAYS,
    /** Tiers that no source names stay, although the price is another. */
    TIERS_STAY,
    /** A date that a person set stays, although a source says another. */
    DATE_STAYS
  }
}

package dev.tuneornot.portfolio.formats;

/** What a mapped key says that has no place in a price, and is only counted. */
public enum Untaken {
  PRIORITY("priority, flex or fast prices"),
  LONG_CACHE_WRITES("prices of writing to the cache for an hour"),
  ZERO_CACHE_WRITE("a price of 0 for writing to the cache, which means no surcharge"),
  ZERO_UNKNOWN("a price of 0 that may also mean unknown"),
  REASONING("prices of reasoning tokens"),
  OTHER_TIERS("tiers of what is no prompt of text, or of batches"),
  LEGACY_TIER("a price above 200k tokens whose bound is not sure, beside proper tiers"),
  TIME_OF_DAY("prices by time of day, of which the dearest is taken"),
  REGIONS("prices of regions, or surcharges for them"),
  DBU("prices in DBU beside those in USD"),
  OTHER_UNITS("prices by image, audio, character, second, request, search, ..."),
  TUNED_UNITS("prices of tuning in other units"),
  FORMULA("how its price is computed, where the usual formula holds"),
  BAD_DATE("a date that is none"),
  PAST_DATE("a date of an uncertain kind that is past, while it is still priced"),
  OTHER_DISTRIBUTION("dates of a distribution that is not known"),
  UNKNOWN("fields of prices that this program does not know");

  private final String words;

  Untaken(String words) {
    this.words = words;
  }

  /** For a person. */
  public String words() {
    return words;
  }
}

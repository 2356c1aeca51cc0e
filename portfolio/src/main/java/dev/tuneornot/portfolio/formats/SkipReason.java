package dev.tuneornot.portfolio.formats;

/** Why a key of a file becomes no price and no date. */
public enum SkipReason {
  SAMPLE("the file's own sample or default, no model"),
  NO_PROVIDER("it names no provider"),
  NO_MODE("it names no mode; mostly classes of sizes"),
  OTHER_MODE("it is no model that answers in text"),
  REGION("it is the price of one region or kind of deployment; --regions takes it"),
  NO_TOKEN_PRICE("it has no price of input or output tokens"),
  FREE_OFFER("it is offered for nothing or within a subscription, which is no price"),
  DYNAMIC_PRICE("its price depends on what answers"),
  ENDED("its price has ended"),
  NO_DATE("it names no date of an end"),
  NOT_A_MODEL("it is no model but a product or a feature"),
  TUNED_WITHOUT_BASE("it is a tuned variant of a model that is not there"),
  REPEATED_KEY("the same key follows again"),
  OUT_OF_BOUNDS("its name or a price cannot be right");

  private final String sentence;

  SkipReason(String sentence) {
    this.sentence = sentence;
  }

  /** For a person. */
  public String sentence() {
    return sentence;
  }
}

package dev.tuneornot.portfolio.catalogue;

/** Why a key of the catalogue becomes no price. */
public enum SkipReason {
  SAMPLE("the catalogue's own sample, no model"),
  NO_PROVIDER("it names no litellm_provider"),
  NO_MODE("it names no mode; mostly classes of sizes"),
  OTHER_MODE("its mode is none of chat, completion and responses"),
  REGION("it is the price of one region or kind of deployment"),
  NO_TOKEN_PRICE("it has no price of input or output tokens"),
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

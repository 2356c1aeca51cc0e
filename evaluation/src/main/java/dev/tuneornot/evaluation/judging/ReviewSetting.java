package dev.tuneornot.evaluation.judging;

/**
 * A bound beyond which a price is odd, as an operator sets it (section 11). The app that judges and
 * whoever foretells it read the same settings.
 */
public enum ReviewSetting {
  JUMP(
      "jump",
      10,
      1.01,
      "Hold a price that is at least so many times what it was, or so small a part of it."),
  INPUT_MAX("input.max", 200, 0, "Hold a price of input above this, USD per million tokens."),
  OUTPUT_MAX("output.max", 1_000, 0, "Hold a price of output above this, USD per million tokens."),
  TRAINING_MAX(
      "training.max", 200, 0, "Hold a price of training above this, USD per million tokens."),
  HOSTING_MAX("hosting.max", 500, 0, "Hold a price of hosting above this, USD an hour.");

  /** Before the name of every setting of judging. */
  public static final String PREFIX = "tuneornot.review.";

  /** Whether prices are judged at all: true or false. */
  public static final String ENABLED = PREFIX + "enabled";

  public static final boolean ENABLED_BY_DEFAULT = true;

  public static final String ENABLED_DOCUMENTATION =
      "Hold a price that is probably a mistake until a person has released it.";

  /** No bound is above that of a record's prices. */
  public static final double MOST = 1e9;

  private final String key;
  private final double byDefault;
  private final double least;
  private final String documentation;

  ReviewSetting(String name, double byDefault, double least, String documentation) {
    this.key = PREFIX + name;
    this.byDefault = byDefault;
    this.least = least;
    this.documentation = documentation;
  }

  /** Its name, such as {@code tuneornot.review.jump}. */
  public String key() {
    return key;
  }

  /** Its value unless an operator says otherwise. */
  public double byDefault() {
    return byDefault;
  }

  /** It is at least this, and at most {@link #MOST}. */
  public double least() {
    return least;
  }

  public String documentation() {
    return documentation;
  }
}

package dev.tuneornot.portfolio.importing;

/** How the cells of a field are read. */
public enum FieldKind {
  TEXT("text"),
  INSTANT("day, or day and time"),
  ANSWER("yes, no or unknown"),
  STAGE("proposed or live"),
  NEEDS("list of needs"),
  NEED("x where it is needed"),
  WHOLE("whole number"),
  NUMBER("number"),
  SHARE("share: 80 % or 0.8"),
  MONEY("US dollars"),
  MODEL("model"),
  MODELS("list of models");

  private final String words;

  FieldKind(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  boolean isNumeric() {
    return this == WHOLE || this == NUMBER || this == SHARE || this == MONEY;
  }

  /** Whether several columns can hold one field. */
  boolean isList() {
    return this == NEEDS || this == NEED || this == MODELS;
  }
}

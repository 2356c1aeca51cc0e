package dev.tuneornot.portfolio.importing;

/**
 * A cell as the strict reader of records takes it.
 *
 * @param text empty where nothing is given
 * @param wrong what is wrong with the cell, if its text cannot be used; empty otherwise
 * @param mend what to do about it; may be empty
 */
record Converted(String text, String wrong, String mend) {

  static final Converted NOTHING = new Converted("", "", "");

  static Converted of(String text) {
    return new Converted(text, "", "");
  }

  static Converted wrong(String what, String mend) {
    return new Converted("", what, mend);
  }

  boolean isWrong() {
    return !wrong.isEmpty();
  }
}

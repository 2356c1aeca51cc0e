package dev.tuneornot.evaluation;

/** Which rules these are. */
public final class Rules {
  /**
   * Grows with every change of the rules that may change a recommendation, so that whoever keeps
   * recommendations knows that they are to be made again.
   */
  public static final String VERSION = "2";

  private Rules() {}
}

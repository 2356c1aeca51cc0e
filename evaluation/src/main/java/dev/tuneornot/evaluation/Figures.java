package dev.tuneornot.evaluation;

/** What every figure has in common: it is a finite double and never -0.0. */
final class Figures {
  private static final Double ZERO = 0.0;

  private Figures() {}

  /**
   * The value itself but for -0.0, which becomes 0.0, and for what is beyond the range of doubles,
   * which becomes their greatest: a cost or a share of 1e-300 is within its bounds, and a quotient
   * by it may not fit.
   */
  static double figure(double value) {
    double finite = Math.abs(value) <= Double.MAX_VALUE ? value : greatest(value);
    return finite + 0.0; // turns -0.0 into 0.0
  }

  private static double greatest(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }

  /** Shares the zeros: hosting, storage and retraining mostly cost nothing. */
  static Double boxed(double figure) {
    return figure == 0 ? ZERO : Double.valueOf(figure);
  }
}

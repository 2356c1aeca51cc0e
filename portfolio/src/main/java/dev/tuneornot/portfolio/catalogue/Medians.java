package dev.tuneornot.portfolio.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The value in the middle. */
final class Medians {

  private Medians() {}

  /**
   * Of an even number the mean of the two in the middle.
   *
   * @param values at least one
   */
  static double of(Collection<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}

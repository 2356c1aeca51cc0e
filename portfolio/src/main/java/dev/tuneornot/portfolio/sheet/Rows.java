package dev.tuneornot.portfolio.sheet;

import java.util.List;

/** What the readers share. */
final class Rows {

  /** As many as Excel has. */
  static final int MOST_COLUMNS = 16_384;

  private Rows() {}

  /** Without the blank cells at the end. */
  static List<Cell> trimmed(List<Cell> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return List.copyOf(cells.subList(0, end));
  }
}

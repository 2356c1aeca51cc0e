package dev.tuneornot.portfolio.sheet;

/** Where a cell is, as spreadsheets call it. */
public final class Place {

  private Place() {}

  /**
   * Such as {@code D5}.
   *
   * @param column from 0
   * @param row from 1
   */
  public static String of(int column, int row) {
    return letters(column) + row;
  }

  /** The letters of a column, from 0: A, B, ..., Z, AA. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}

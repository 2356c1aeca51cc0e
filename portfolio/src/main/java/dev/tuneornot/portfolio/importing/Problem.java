package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Place;
import dev.tuneornot.schemas.validation.Violation;

/**
 * What is wrong with a cell, or with a row.
 *
 * @param row from 1
 * @param column from 0; -1 where the row as a whole is meant
 * @param value as it stands in the cell, fit to be shown; may be empty
 * @param what is wrong; the same for all cells with the same mistake
 * @param mend what to do; may be empty
 */
public record Problem(int row, int column, String value, String what, String mend) {

  /** The row as a whole. */
  public static final int WHOLE_ROW = -1;

  public Problem {
    value = Violation.displayed(value);
  }

  /** Such as {@code D5 "ca. 500"}. */
  public String place() {
    String where = column == WHOLE_ROW ? "row " + row : Place.of(column, row);
    return value.isEmpty() ? where : where + " \"" + value + "\"";
  }

  /** With place, and what to do. */
  @Override
  public String toString() {
    return place() + ": " + what + (mend.isEmpty() ? "" : " (" + mend + ")");
  }
}

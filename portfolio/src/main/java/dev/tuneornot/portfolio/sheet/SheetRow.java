package dev.tuneornot.portfolio.sheet;

import java.util.List;

/**
 * A row that is not blank.
 *
 * @param number as a spreadsheet shows it, from 1
 * @param cells from the first column to the last that is not blank
 * @param hidden whether a filter or a person has hidden it
 */
public record SheetRow(int number, List<Cell> cells, boolean hidden) {

  /** The cell of a column, from 0; blank where the row is shorter. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : new Cell.Blank();
  }
}

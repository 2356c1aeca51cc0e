package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;

/** Reads the cells of one column as one field. */
interface Conversion {

  /** The value of a cell that is neither blank nor an error. */
  Converted convert(Cell cell);
}

package dev.tuneornot.portfolio.sheet;

import java.time.LocalDate;
import java.util.List;

/**
 * A table of cells.
 *
 * @param name of the sheet in its file; empty for text, or where it has none
 * @param hidden whether the file hides it
 * @param dayZero the day that the number 0 stands for where a date is kept as a number
 * @param rows those that are not blank
 */
public record Sheet(String name, boolean hidden, LocalDate dayZero, List<SheetRow> rows) {

  /** The day zero of nearly all files: it makes every day since March 1900 right. */
  public static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** Number of columns up to the last that has a cell. */
  public int width() {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}

package dev.tuneornot.schemas.text;

import java.util.List;

/**
 * A row of cells.
 *
 * @param line the line on which it starts, from 1
 * @param cells one a column; empty for what is not given
 */
public record TextRow(long line, List<String> cells) {

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** The cell of a column; empty where the row is too short. */
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}

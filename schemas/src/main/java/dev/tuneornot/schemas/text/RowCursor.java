package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are not blank, with a look at the next one. */
final class RowCursor {

  private final Iterator<TextRow> rows;
  private @Nullable TextRow next;

  RowCursor(Iterator<TextRow> rows) {
    this.rows = rows;
  }

  boolean hasNext() {
    return peek() != null;
  }

  /** The next row, which stays the next one; null at the end. */
  @Nullable TextRow peek() {
    while (next == null && rows.hasNext()) {
      TextRow row = rows.next();
      next = row.isBlank() ? null : row;
    }
    return next;
  }

  TextRow next() {
    TextRow row = peek();
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return row;
  }

  /** Reports a row that has not one cell a column: which cell is whose would be a guess. */
  static void checkWidth(TextRow row, int width, String path, ViolationList violations) {
    int cells = row.cells().size();
    if (cells != width) {
      violations.add(new Violation(path, cells + " cells", width + " cells, one a column"));
    }
  }
}

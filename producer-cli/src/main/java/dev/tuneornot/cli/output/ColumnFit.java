package dev.tuneornot.cli.output;

import dev.tuneornot.cli.output.TableColumn.Importance;
import dev.tuneornot.cli.output.TableColumn.Shrink;
import java.util.ArrayList;
import java.util.List;

/** Shares the width of the terminal among columns. */
final class ColumnFit {

  /** Blanks between two columns. */
  static final int GAP = 2;

  private ColumnFit() {}

  /**
   * Gives each column what its cells need. Where that is too much, extra columns go first; then
   * columns shrink, those of words before those of names; and where that is not enough, useful
   * columns go, too.
   *
   * @param moreToCome whether other rows follow, which may need more than these
   */
  static <T> List<FittedColumn<T>> fit(
      List<TableColumn<T>> columns, List<T> rows, boolean moreToCome, int available) {
    List<FittedColumn<T>> fitted = new ArrayList<>();
    for (TableColumn<T> column : columns) {
      int least = Math.max(column.header().length(), moreToCome ? column.usual() : 0);
      fitted.add(new FittedColumn<>(column, Math.max(least, widestCell(column, rows))));
    }
    while (total(fitted) > available && dropLast(fitted, Importance.EXTRA)) {}
    while (smallest(fitted) > available && dropLast(fitted, Importance.USEFUL)) {}
    while (total(fitted) > available && shrinkWidest(fitted, Shrink.FIRST)) {}
    while (total(fitted) > available && shrinkWidest(fitted, Shrink.LAST)) {}
    return List.copyOf(fitted);
  }

  private static <T> int widestCell(TableColumn<T> column, List<T> rows) {
    int widest = 0;
    for (T row : rows) {
      widest = Math.max(widest, column.cell(row).length());
    }
    return widest;
  }

  private static <T> int total(List<FittedColumn<T>> columns) {
    return columns.stream().mapToInt(column -> column.width() + GAP).sum() - GAP;
  }

  private static <T> int smallest(List<FittedColumn<T>> columns) {
    return columns.stream().mapToInt(column -> smallestWidth(column) + GAP).sum() - GAP;
  }

  private static <T> int smallestWidth(FittedColumn<T> column) {
    return column.column().shrink() == Shrink.NEVER
        ? column.width()
        : Math.min(column.width(), column.column().minimum());
  }

  private static <T> boolean dropLast(List<FittedColumn<T>> columns, Importance importance) {
    for (int i = columns.size() - 1; i >= 0; i--) {
      if (columns.get(i).column().importance() == importance) {
        columns.remove(i);
        return true;
      }
    }
    return false;
  }

  private static <T> boolean shrinkWidest(List<FittedColumn<T>> columns, Shrink shrink) {
    int widest = -1;
    for (int i = 0; i < columns.size(); i++) {
      FittedColumn<T> column = columns.get(i);
      boolean shrinks =
          column.column().shrink() == shrink && column.width() > column.column().minimum();
      if (shrinks && (widest < 0 || column.width() > columns.get(widest).width())) {
        widest = i;
      }
    }
    if (widest < 0) {
      return false;
    }
    FittedColumn<T> column = columns.get(widest);
    columns.set(widest, new FittedColumn<>(column.column(), column.width() - 1));
    return true;
  }
}

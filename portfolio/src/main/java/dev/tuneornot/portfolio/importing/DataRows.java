package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rows below the headings that are meant as proposals. */
final class DataRows {

  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "grand total",
          "subtotal",
          "sum",
          "summe",
          "summen",
          "gesamt",
          "gesamtsumme",
          "zwischensumme",
          "insgesamt",
          "somme",
          "sous-total",
          "total général",
          "total general",
          "average",
          "mittelwert",
          "durchschnitt",
          "moyenne");

  private final Headings headings;
  private final List<Integer> idColumns;
  private final List<SheetRow> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Integer> totals = new ArrayList<>();
  private int hidden;
  private int repeated;

  /**
   * @param columns those that hold something
   */
  DataRows(Headings headings, List<Column> columns) {
    this.headings = headings;
    this.idColumns =
        columns.stream()
            .filter(column -> column.fieldNames().contains("proposalId"))
            .map(Column::index)
            .toList();
    boolean wide = columns.stream().filter(column -> !column.isLeftOut()).count() > 2;
    Set<String> own = texts(headings.row());
    for (SheetRow row : headings.rowsBelow()) {
      if (isTotal(row)) {
        totals.add(row.number());
      } else if (own.equals(texts(row))) {
        repeated++;
      } else if (!isPrepared(row)) {
        add(row, wide);
      }
    }
  }

  private void add(SheetRow row, boolean wide) {
    if (wide && cells(row) == 1) {
      problems.add(alone(row));
    } else {
      hidden += row.hidden() ? 1 : 0;
      rows.add(row);
    }
  }

  List<SheetRow> rows() {
    return rows;
  }

  /** Rows that are no proposals, and nothing that is known either. */
  List<Problem> problems() {
    return problems;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (headings.row().number() > 1) {
      notes.add("the headings are in row %d".formatted(headings.row().number()));
    }
    if (!totals.isEmpty()) {
      notes.add(
          "passed over as totals: row %s"
              .formatted(String.join(", ", totals.stream().map(String::valueOf).toList())));
    }
    if (repeated > 0) {
      notes.add(String.format(Locale.ROOT, "passed over as repeated headings: %,d rows", repeated));
    }
    if (hidden > 0) {
      notes.add(String.format(Locale.ROOT, "%,d hidden rows are read, too", hidden));
    }
    return notes;
  }

  /** A word for a sum somewhere, and no other id. */
  private boolean isTotal(SheetRow row) {
    boolean named = row.cells().stream().anyMatch(DataRows::isTotalWord);
    return named
        && idColumns.stream().map(row::cell).allMatch(cell -> cell.isBlank() || isTotalWord(cell));
  }

  private static boolean isTotalWord(Cell cell) {
    return cell instanceof Cell.Text text
        && TOTALS.contains(text.value().toLowerCase(Locale.ROOT).replaceAll("\\s*[:.]$", ""));
  }

  /** A row that somebody has prepared for later: check boxes and zeros, and no id. */
  private boolean isPrepared(SheetRow row) {
    return row.cells().stream()
        .allMatch(
            cell ->
                cell.isBlank()
                    || (cell instanceof Cell.Flag flag && !flag.value())
                    || (cell instanceof Cell.Amount number && number.value().signum() == 0));
  }

  private static Problem alone(SheetRow row) {
    int column = 0;
    while (row.cell(column).isBlank()) {
      column++;
    }
    return new Problem(
        row.number(),
        column,
        row.cell(column).shown(),
        "is alone in its row, and no proposal",
        "delete the row if it is a remark or the name of a section; else fill in the rest");
  }

  private static long cells(SheetRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private static Set<String> texts(SheetRow row) {
    Set<String> texts = new HashSet<>();
    row.cells().forEach(cell -> texts.add(cell.shown()));
    texts.remove("");
    return texts;
  }
}

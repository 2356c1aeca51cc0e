package dev.tuneornot.portfolio.importing;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetRow;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.text.SpreadsheetSafety;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a sheet.
 *
 * @param sheet that was read; has no rows where none was found
 * @param columns those that have a heading or a value
 * @param notes what was found out about the sheet, in words
 * @param questions what has to be answered first; if there are any, no row was read
 * @param proposals those of the rows that are right, with the number of the row as their line
 * @param problems of the other rows, in the order of the rows
 */
public record ImportResult(
    Sheet sheet,
    List<Column> columns,
    List<String> notes,
    List<Question> questions,
    List<Entry.Accepted<Proposal>> proposals,
    List<Problem> problems) {

  /** Number of rows that are refused. */
  public int refused() {
    return (int) problems.stream().mapToInt(Problem::row).distinct().count();
  }

  /** The columns that hold no field. */
  public List<Column> leftOut() {
    return columns.stream().filter(Column::isLeftOut).toList();
  }

  /** The column of a problem; null for that of a row. */
  public String columnOf(ProblemGroup group) {
    return columns.stream()
        .filter(column -> column.index() == group.column())
        .findFirst()
        .map(column -> "column " + column.shown())
        .orElse("rows");
  }

  /**
   * The refused rows as they stand in the sheet, with their number and all that is wrong with them
   * in front; a heading first. No cell is one that a spreadsheet would run as a formula.
   */
  public List<List<String>> errorRows() {
    Map<Integer, List<Problem>> byRow = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byRow.computeIfAbsent(problem.row(), row -> new ArrayList<>()).add(problem);
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("row", "problems"));
    int width = sheet.width();
    for (int i = 0; i < width; i++) {
      int index = i;
      header.add(
          columns.stream()
              .filter(column -> column.index() == index)
              .map(Column::heading)
              .findFirst()
              .orElse(""));
    }
    rows.add(safe(header));
    for (SheetRow row : sheet.rows()) {
      List<Problem> found = byRow.get(row.number());
      if (found != null) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(row.number()));
        cells.add(String.join("; ", found.stream().map(Problem::toString).toList()));
        for (int i = 0; i < width; i++) {
          Cell cell = row.cell(i);
          cells.add(cell.shown());
        }
        rows.add(safe(cells));
      }
    }
    return rows;
  }

  private static List<String> safe(List<String> cells) {
    return cells.stream().map(SpreadsheetSafety::neutralise).toList();
  }
}

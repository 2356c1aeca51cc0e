package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Place;
import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetException;
import dev.tuneornot.portfolio.sheet.SheetFile;
import dev.tuneornot.portfolio.sheet.SheetRow;
import dev.tuneornot.schemas.text.SpreadsheetSafety;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file that says which column holds which field: a row for each column, with its heading (or its
 * letter) below {@code column} and the field below {@code field}, empty for a column that is left
 * out. A column may have several rows.
 */
public final class ColumnMap {

  private static final String COLUMN = "column";
  private static final String FIELD = "field";

  /** Stands for a field that somebody has to decide on. */
  private static final String UNDECIDED = "?";

  private static final int EXAMPLES = 3;

  private ColumnMap() {}

  /**
   * Reads a map.
   *
   * @throws SheetException if a column or a decision is missing
   */
  public static List<ColumnChoice> read(SheetFile file) throws SheetException {
    List<SheetRow> rows = file.sheets().get(0).rows();
    int column = rows.isEmpty() ? -1 : indexOf(rows.get(0), COLUMN);
    int field = rows.isEmpty() ? -1 : indexOf(rows.get(0), FIELD);
    if (column < 0 || field < 0) {
      throw new SheetException(
          "the first row must have the headings column and field; --suggest-map writes such a"
              + " file");
    }
    List<ColumnChoice> choices = new ArrayList<>();
    for (SheetRow row : rows.subList(1, rows.size())) {
      String name = row.cell(column).shown();
      String chosen = row.cell(field).shown();
      if (chosen.equals(UNDECIDED)) {
        throw new SheetException(
            "row %d: decide on the field of \"%s\"; empty leaves the column out"
                .formatted(row.number(), name));
      }
      if (!name.isEmpty()) {
        choices.add(new ColumnChoice(name, chosen));
      }
    }
    return choices;
  }

  /** What was found out about the columns of a sheet, for somebody to look through. */
  public static List<List<String>> suggest(ImportResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(COLUMN, FIELD, "found by", "perhaps", "examples"));
    for (Column column : result.columns()) {
      String name = name(column, result.columns());
      String examples = examples(result.sheet(), column);
      if (column.fields().isEmpty()) {
        FieldMatch match = column.match();
        String perhaps = match.suggestion().map(Field::name).orElse(match.reason());
        String decided = match.suggestion().isPresent() ? UNDECIDED : "";
        rows.add(List.of(name, decided, "", perhaps, examples));
      }
      for (Field field : column.fields()) {
        rows.add(List.of(name, field.name(), column.match().how().words(), "", examples));
      }
    }
    return rows;
  }

  /** The heading; the letter where the heading does not tell, or could not be read again. */
  private static String name(Column column, List<Column> all) {
    String heading = column.heading();
    long same = all.stream().filter(other -> other.heading().equalsIgnoreCase(heading)).count();
    boolean usable =
        !heading.isEmpty() && same == 1 && SpreadsheetSafety.neutralise(heading).equals(heading);
    return usable ? heading : Place.letters(column.index());
  }

  private static String examples(Sheet sheet, Column column) {
    Set<String> examples = new LinkedHashSet<>();
    for (SheetRow row : sheet.rows()) {
      String shown = row.cell(column.index()).shown();
      boolean heading = column.heading().endsWith(shown);
      if (!shown.isEmpty() && !heading && examples.size() < EXAMPLES) {
        examples.add(shown);
      }
    }
    return String.join(" | ", examples);
  }

  private static int indexOf(SheetRow row, String heading) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i).shown().equalsIgnoreCase(heading)) {
        return i;
      }
    }
    return -1;
  }
}

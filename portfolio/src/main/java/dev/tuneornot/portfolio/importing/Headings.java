package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The row of a sheet that has its headings. It need not be the first: a title or a row of groups,
 * in cells that are merged, may stand above it.
 *
 * @param index of the row among those of the sheet
 * @param fields how many different fields the headings stand for, and columns that are named
 */
record Headings(Sheet sheet, int index, List<Column> columns, int fields) {

  private static final int ROWS_LOOKED_AT = 50;

  /** One heading that is known may be chance, unless somebody has named it. */
  private static final int FEWEST = 2;

  /** The row of the most headings that are known; the first of them where several have as many. */
  static Optional<Headings> find(Sheet sheet, List<ColumnChoice> choices) {
    Headings best = null;
    for (int i = 0; i < Math.min(sheet.rows().size(), ROWS_LOOKED_AT); i++) {
      if (isOfTexts(sheet.rows().get(i))) {
        Headings headings = at(sheet, i, choices);
        int fewest = choices.isEmpty() ? FEWEST : 1;
        if (headings.fields >= fewest && (best == null || headings.fields > best.fields)) {
          best = headings;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Those of a row that somebody has named, from 1. */
  static Optional<Headings> inRow(Sheet sheet, int number, List<ColumnChoice> choices) {
    for (int i = 0; i < sheet.rows().size(); i++) {
      if (sheet.rows().get(i).number() == number) {
        return Optional.of(at(sheet, i, choices));
      }
    }
    return Optional.empty();
  }

  SheetRow row() {
    return sheet.rows().get(index);
  }

  List<SheetRow> rowsBelow() {
    return sheet.rows().subList(index + 1, sheet.rows().size());
  }

  private static Headings at(Sheet sheet, int index, List<ColumnChoice> choices) {
    SheetRow row = sheet.rows().get(index);
    List<String> groups = groupsAbove(sheet, index);
    List<Column> columns = new ArrayList<>();
    Set<Field> fields = new HashSet<>();
    int chosen = 0;
    for (int i = 0; i < sheet.width(); i++) {
      Column column = column(i, row.cell(i).shown(), groups.get(i), choices);
      columns.add(column);
      fields.addAll(column.fields());
      chosen += isChosen(column.heading(), choices) ? 1 : 0;
    }
    return new Headings(sheet, index, columns, fields.size() + chosen);
  }

  private static Column column(int index, String own, String group, List<ColumnChoice> choices) {
    FieldMatch match = own.isEmpty() ? FieldMatch.NOTHING : FieldFinder.find(own);
    String both = group.isEmpty() ? own : group + " " + own;
    if (isChosen(both, choices)) {
      return new Column(index, both, match, List.of());
    }
    if (isChosen(own, choices)) {
      return new Column(index, own, match, List.of());
    }
    if (match.field().isEmpty() && !own.isEmpty() && !group.isEmpty()) {
      FieldMatch together = FieldFinder.find(both);
      if (together.field().isPresent() || match.suggestion().isEmpty()) {
        return new Column(index, both, together, together.field().stream().toList());
      }
    }
    return new Column(index, own, match, match.field().stream().toList());
  }

  private static boolean isChosen(String heading, List<ColumnChoice> choices) {
    return !heading.isEmpty() && choices.stream().anyMatch(choice -> choice.names(heading));
  }

  /** The row directly above, where it has several cells: each is for the columns up to the next. */
  private static List<String> groupsAbove(Sheet sheet, int index) {
    List<String> groups = new ArrayList<>();
    SheetRow above = index == 0 ? null : sheet.rows().get(index - 1);
    boolean usable =
        above != null
            && above.number() == sheet.rows().get(index).number() - 1
            && isOfTexts(above)
            && above.cells().stream().filter(cell -> !cell.isBlank()).count() > 1;
    String group = "";
    for (int i = 0; i < sheet.width(); i++) {
      if (usable && above != null && !above.cell(i).isBlank()) {
        group = above.cell(i).shown();
      }
      groups.add(group);
    }
    return groups;
  }

  /** Nearly all are words: a year or two may be among them. */
  private static boolean isOfTexts(SheetRow row) {
    long cells = row.cells().stream().filter(cell -> !cell.isBlank()).count();
    long words =
        row.cells().stream()
            .filter(
                cell ->
                    cell instanceof Cell.Text text
                        && text.value().chars().anyMatch(Character::isLetter))
            .count();
    return words > 0 && words * 5 >= cells * 4;
  }
}

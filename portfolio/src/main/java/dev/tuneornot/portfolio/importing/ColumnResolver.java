package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Place;
import dev.tuneornot.portfolio.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which column holds which field: what somebody said first, then what the headings say. */
final class ColumnResolver {

  private static final String KEY = "proposalId";

  private final Headings headings;
  private final ImportOptions options;
  private final List<Question> questions = new ArrayList<>();

  ColumnResolver(Headings headings, ImportOptions options) {
    this.headings = headings;
    this.options = options;
  }

  List<Question> questions() {
    return questions;
  }

  /** All columns that have a heading or a value. */
  List<Column> resolve() {
    Map<Integer, List<Field>> chosen = chosen();
    List<Column> columns = new ArrayList<>();
    for (Column column : headings.columns()) {
      List<Field> given = chosen.get(column.index());
      if (given != null) {
        columns.add(given(column, given));
      } else if (!column.heading().isEmpty() || hasValues(column.index())) {
        columns.add(withoutChosen(column, chosen));
      }
    }
    List<Column> single = withoutRepeated(columns);
    askAboutUnknown(single, chosen);
    askForKey(single);
    return single;
  }

  private static Column given(Column column, List<Field> fields) {
    FieldMatch match =
        fields.isEmpty()
            ? FieldMatch.NOTHING
            : FieldMatch.sure(fields.get(0), FieldMatch.How.GIVEN, 0);
    return new Column(column.index(), column.heading(), match, fields);
  }

  /** A field that somebody has given to one column is not looked for in others. */
  private static Column withoutChosen(Column column, Map<Integer, List<Field>> chosen) {
    List<Field> left = new ArrayList<>(column.fields());
    left.removeIf(
        field ->
            !field.kind().isList()
                && chosen.values().stream().anyMatch(all -> all.contains(field)));
    return new Column(column.index(), column.heading(), column.match(), left);
  }

  private Map<Integer, List<Field>> chosen() {
    Map<Integer, List<Field>> chosen = new HashMap<>();
    for (ColumnChoice choice : options.columns()) {
      Optional<Column> column = columnOf(choice);
      if (column.isEmpty()) {
        questions.add(
            new Question(
                "there is no column \"%s\"".formatted(choice.column()),
                "the headings in row %d are %s"
                    .formatted(headings.row().number(), String.join(", ", shown()))));
        continue;
      }
      List<Field> fields = chosen.computeIfAbsent(column.get().index(), index -> new ArrayList<>());
      if (choice.field().isBlank()) {
        continue;
      }
      Optional<Field> field = Fields.find(choice.field());
      if (field.isPresent()) {
        fields.add(field.get());
      } else {
        questions.add(
            new Question(
                "column %s: there is no field \"%s\""
                    .formatted(column.get().shown(), choice.field()),
                FieldFinder.find(choice.field())
                    .field()
                    .map(like -> "is it " + like.name() + "?")
                    .orElse("`proposals template` lists the fields")));
      }
    }
    return chosen;
  }

  private Optional<Column> columnOf(ColumnChoice choice) {
    for (Column column : headings.columns()) {
      if (choice.names(column.heading())) {
        return Optional.of(column);
      }
    }
    return headings.columns().stream()
        .filter(column -> choice.names(Place.letters(column.index())))
        .findFirst();
  }

  private List<String> shown() {
    return headings.columns().stream()
        .filter(column -> !column.heading().isEmpty())
        .map(Column::shown)
        .toList();
  }

  /** Where two columns stand for one field the surer one has it; two equal ones are asked about. */
  private List<Column> withoutRepeated(List<Column> columns) {
    Map<Field, Column> best = new HashMap<>();
    for (Column column : columns) {
      for (Field field : column.fields()) {
        if (field.kind().isList()) {
          continue;
        }
        Column other = best.get(field);
        if (other != null && other.match().rank() == column.match().rank()) {
          questions.add(
              new Question(
                  "columns %s and %s are both %s"
                      .formatted(other.shown(), column.shown(), field.name()),
                  "say which one is, with --column '%s=%s'"
                      .formatted(Place.letters(column.index()), field.name())));
        }
        if (other == null || column.match().rank() < other.match().rank()) {
          best.put(field, column);
        }
      }
    }
    List<Column> single = new ArrayList<>();
    for (Column column : columns) {
      List<Field> fields = new ArrayList<>(column.fields());
      FieldMatch match = column.match();
      for (Field field : column.fields()) {
        Column owner = best.get(field);
        if (owner != null && owner.match().rank() < match.rank()) {
          fields.remove(field);
          match =
              FieldMatch.unsure(
                  Optional.empty(), "%s is column %s".formatted(field.name(), owner.shown()));
        }
      }
      single.add(new Column(column.index(), column.heading(), match, fields));
    }
    return single;
  }

  private void askAboutUnknown(List<Column> columns, Map<Integer, List<Field>> chosen) {
    if (options.ignoreUnknown()) {
      return;
    }
    List<String> unknown = new ArrayList<>();
    for (Column column : columns) {
      if (column.isLeftOut() && !chosen.containsKey(column.index()) && hasValues(column.index())) {
        unknown.add(column.shown() + hint(column.match()));
      }
    }
    if (!unknown.isEmpty()) {
      questions.add(
          new Question(
              "%s: %s"
                  .formatted(
                      unknown.size() == 1
                          ? "one column is no field of a proposal"
                          : unknown.size() + " columns are no fields of a proposal",
                      String.join(", ", unknown)),
              "give --ignore-unknown to leave them out, --column 'HEADING=FIELD' for one that is,"
                  + " or a mapping file (--suggest-map writes one)"));
    }
  }

  private static String hint(FieldMatch match) {
    if (match.suggestion().isPresent()) {
      return " (" + match.suggestion().get().name() + "?)";
    }
    return match.reason().isEmpty() ? "" : " (" + match.reason() + ")";
  }

  private void askForKey(List<Column> columns) {
    if (columns.stream().anyMatch(column -> column.fieldNames().contains(KEY))) {
      return;
    }
    String example =
        columns.stream()
            .filter(column -> isDistinct(column.index()))
            .findFirst()
            .map(
                column ->
                    "; the cells of %s are all different: --column '%s=%s'"
                        .formatted(column.shown(), nameOf(column), KEY))
            .orElse("");
    questions.add(
        new Question(
            "no column has the ids of the proposals (%s)".formatted(KEY),
            "say which one identifies a proposal, with --column 'HEADING=%s'%s"
                .formatted(KEY, example)));
  }

  private static String nameOf(Column column) {
    return column.heading().isEmpty() ? Place.letters(column.index()) : column.heading();
  }

  private boolean hasValues(int column) {
    return headings.rowsBelow().stream().anyMatch(row -> !row.cell(column).isBlank());
  }

  private boolean isDistinct(int column) {
    java.util.Set<String> seen = new java.util.HashSet<>();
    int blank = 0;
    for (SheetRow row : headings.rowsBelow()) {
      if (row.cell(column).isBlank()) {
        blank++;
      } else if (!seen.add(row.cell(column).shown())) {
        return false;
      }
    }
    return !seen.isEmpty() && blank * 10 < seen.size();
  }
}

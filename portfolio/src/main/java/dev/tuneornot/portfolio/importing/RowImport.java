package dev.tuneornot.portfolio.importing;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.SheetRow;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.text.TextColumns;
import dev.tuneornot.schemas.text.TextRow;
import dev.tuneornot.schemas.validation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rows, once it is settled how: the cells become what the strict reader of CSV takes, so that
 * a proposal out of a sheet keeps the same bounds as any other.
 */
final class RowImport {

  /** Stands for a cell that cannot be read: no number, instant, symbol or model reads so. */
  private static final String UNREADABLE = "?";

  private static final String KEY = "proposalId";

  private final Map<Column, Map<Field, Conversion>> readers;
  private final List<String> paths;
  private final List<Entry.Accepted<Proposal>> proposals = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> rowOfId = new HashMap<>();

  RowImport(Map<Column, Map<Field, Conversion>> readers) {
    this.readers = readers;
    this.paths =
        readers.values().stream()
            .flatMap(fields -> fields.keySet().stream())
            .map(Field::path)
            .distinct()
            .toList();
  }

  List<Entry.Accepted<Proposal>> proposals() {
    return proposals;
  }

  List<Problem> problems() {
    return problems;
  }

  void read(List<SheetRow> rows) {
    TextColumns<Proposal> columns = TextColumns.resolve(RecordType.PROPOSAL, paths);
    for (SheetRow row : rows) {
      Set<String> wrong = new HashSet<>();
      List<String> cells = cells(row, wrong);
      if (cells.stream().allMatch(String::isBlank)) {
        problems.add(
            new Problem(
                row.number(),
                Problem.WHOLE_ROW,
                "",
                "nothing in the columns that are read",
                "write an id, or delete the row"));
        continue;
      }
      TextRow text = new TextRow(row.number(), cells);
      columns.read(List.of(text).iterator()).forEachRemaining(entry -> take(row, entry, wrong));
    }
  }

  private void take(SheetRow row, Entry<Proposal> entry, Set<String> wrong) {
    if (entry instanceof Entry.Refused<Proposal> refused) {
      for (Violation violation : refused.violations()) {
        if (!wrong.contains(base(violation.field()))) {
          problems.add(problem(row, violation));
        }
      }
    } else if (entry instanceof Entry.Accepted<Proposal> accepted && wrong.isEmpty()) {
      String id = accepted.value().getProposalId();
      Integer first = rowOfId.putIfAbsent(id, row.number());
      if (first == null) {
        proposals.add(accepted);
      } else {
        problems.add(
            new Problem(
                row.number(),
                columnOf(KEY),
                id + " (row " + first + ")",
                "is an id that a row before has",
                "give each proposal an id of its own"));
      }
    }
  }

  /** One cell a path; those of several columns of a list are put together. */
  private List<String> cells(SheetRow row, Set<String> wrong) {
    Map<String, String> byPath = new LinkedHashMap<>();
    paths.forEach(path -> byPath.put(path, ""));
    readers.forEach(
        (column, fields) ->
            fields.forEach(
                (field, conversion) -> {
                  Cell cell = row.cell(column.index());
                  String text = text(row, column, field, conversion, cell, wrong);
                  byPath.merge(field.path(), text, RowImport::join);
                }));
    return List.copyOf(byPath.values());
  }

  private String text(
      SheetRow row,
      Column column,
      Field field,
      Conversion conversion,
      Cell cell,
      Set<String> wrong) {
    if (cell.isBlank()) {
      return "";
    }
    Converted converted =
        cell instanceof Cell.Fault fault ? faulty(fault) : conversion.convert(cell);
    if (!converted.isWrong()) {
      return converted.text();
    }
    wrong.add(field.path());
    problems.add(
        new Problem(
            row.number(), column.index(), cell.shown(), converted.wrong(), converted.mend()));
    return UNREADABLE;
  }

  private static Converted faulty(Cell.Fault fault) {
    return fault.code().equals(Cell.Fault.NO_VALUE)
        ? Converted.wrong(
            "is a formula that was never calculated", "open and save the file in a spreadsheet")
        : Converted.wrong("is an error of a formula", "mend the formula, or write the value");
  }

  private static String join(String before, String next) {
    if (before.isEmpty() || next.isEmpty()) {
      return before + next;
    }
    Set<String> all = new java.util.LinkedHashSet<>(List.of(before.split(";")));
    all.addAll(List.of(next.split(";")));
    return String.join(";", all);
  }

  private Problem problem(SheetRow row, Violation violation) {
    String path = base(violation.field());
    int column = columnOf(path);
    String value = column == Problem.WHOLE_ROW ? "" : row.cell(column).shown();
    if (value.isEmpty() && violation.value() != null) {
      value = violation.value();
    }
    // What a bound is compared with differs by row, and the mistake is the same.
    String bound = violation.bound().replaceAll(" \\([^()]*\\)$", "");
    String of = column == Problem.WHOLE_ROW && !path.isEmpty() ? path + " " : "";
    String mend = "";
    if (path.equals(KEY) && value.isEmpty()) {
      mend = "write an id, or delete the row";
    } else if (isShare(path)) {
      mend = "write 80 % or 0.8";
    }
    return new Problem(row.number(), column, value, of + "must be " + bound, mend);
  }

  private boolean isShare(String path) {
    return readers.values().stream()
        .flatMap(fields -> fields.keySet().stream())
        .anyMatch(field -> field.path().equals(path) && field.kind() == FieldKind.SHARE);
  }

  private int columnOf(String path) {
    for (Map.Entry<Column, Map<Field, Conversion>> reader : readers.entrySet()) {
      if (reader.getValue().keySet().stream().anyMatch(field -> field.path().equals(path))) {
        return reader.getKey().index();
      }
    }
    return Problem.WHOLE_ROW;
  }

  /** The field of a violation, without the index in a list. */
  private static String base(String field) {
    int bracket = field.indexOf('[');
    return bracket < 0 ? field : field.substring(0, bracket);
  }
}

package dev.tuneornot.portfolio.importing;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes proposals of a sheet as people keep it. */
public final class SheetImport {

  private SheetImport() {}

  /**
   * Reads a sheet.
   *
   * @param book in which models are looked up; null if there is none
   */
  public static ImportResult read(SheetFile file, ImportOptions options, @Nullable PriceBook book) {
    SheetChoice choice = new SheetChoice(file, options);
    Optional<Headings> found = choice.headings();
    if (found.isEmpty()) {
      Sheet none = new Sheet("", false, Sheet.DAY_ZERO, List.of());
      return new ImportResult(
          none, List.of(), List.of(file.description()), choice.questions(), List.of(), List.of());
    }
    return read(file, found.get(), options, new ModelColumn(book, options.models()));
  }

  private static ImportResult read(
      SheetFile file, Headings headings, ImportOptions options, ModelColumn models) {
    ColumnResolver resolver = new ColumnResolver(headings, options);
    List<Column> columns = resolver.resolve();
    DataRows rows = new DataRows(headings, columns);
    List<String> notes = new ArrayList<>();
    notes.add(described(file, headings.sheet(), rows.rows().size()));
    notes.addAll(rows.notes());

    Conversions conversions = new Conversions(headings.sheet(), rows.rows(), options, models);
    Map<Column, Map<Field, Conversion>> readers = new LinkedHashMap<>();
    for (Column column : columns) {
      for (Field field : column.fields()) {
        readers
            .computeIfAbsent(column, key -> new LinkedHashMap<>())
            .put(field, conversions.of(column, field));
      }
    }
    conversions.finish();
    List<Question> questions = new ArrayList<>(resolver.questions());
    questions.addAll(conversions.questions());
    if (rows.rows().isEmpty() && rows.problems().isEmpty()) {
      questions.add(
          new Question(
              "there is no row below the headings in row %d".formatted(headings.row().number()),
              "is it the right sheet?"));
    }
    RowImport read = new RowImport(readers);
    if (questions.isEmpty()) {
      read.read(rows.rows());
    }
    notes.addAll(conversions.notes());
    notes.addAll(modelNotes(models));
    List<Problem> problems = new ArrayList<>(rows.problems());
    problems.addAll(read.problems());
    problems.sort(java.util.Comparator.comparingInt(Problem::row));
    List<dev.tuneornot.schemas.json.Entry.Accepted<Proposal>> proposals = read.proposals();
    return new ImportResult(
        headings.sheet(),
        columns,
        notes,
        questions,
        proposals,
        questions.isEmpty() ? problems : List.of());
  }

  private static String described(SheetFile file, Sheet sheet, int rows) {
    String name = sheet.name().isEmpty() ? "" : ", sheet \"" + sheet.name() + "\"";
    return String.format(Locale.ROOT, "%s%s, %,d rows", file.description(), name, rows);
  }

  private static List<String> modelNotes(ModelColumn models) {
    List<String> notes = new ArrayList<>();
    models.taken().forEach((written, id) -> notes.add("model %s is %s".formatted(written, id)));
    models
        .unpriced()
        .forEach(
            (id, count) ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "there is no price of %s (%,d cells); without one its proposals are UNPRICED%s",
                        id,
                        count,
                        models.similar(id))));
    return notes;
  }
}

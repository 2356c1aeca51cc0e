package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What leads to which proposal, as a list: a CSV file with the columns {@code field}, {@code
 * value}, {@code proposalId} and, where it is wanted, {@code model}.
 */
public record KeyMapFile(List<Row> rows) {

  public static final KeyMapFile NONE = new KeyMapFile(List.of());

  /**
   * A row.
   *
   * @param field of the export
   * @param value the whole of it
   * @param model under which name the measured model of the proposal stands in the export; empty
   *     where that follows from its id
   */
  record Row(String field, String value, String proposalId, String model) {}

  /**
   * Reads a list.
   *
   * @param refused is told of each row that cannot be used, with its line
   * @throws IOException if it cannot be read, or is no such file
   */
  public static KeyMapFile read(InputStream in, BiConsumer<Long, Violation> refused)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    Set<String> required = Set.of("field", "value", "proposalId");
    ExportFile.read(
        in,
        new ExportFile.Shape(
            required, Set.of(), name -> required.contains(name) || name.equals("model")),
        new ExportFile.Records() {
          @Override
          public void accept(ExportRecord record) {
            RowReader fields = new RowReader(record);
            for (String name : List.of("field", "value", "proposalId")) {
              if (fields.text(name).isEmpty()) {
                refused.accept(record.line(), new Violation(name, null, Violation.REQUIRED));
                return;
              }
            }
            Row row =
                new Row(
                    fields.text("field").strip(),
                    fields.text("value"),
                    fields.text("proposalId"),
                    fields.text("model"));
            Long before = lines.putIfAbsent(row.field() + "=" + row.value(), record.line());
            if (before == null) {
              rows.add(row);
            } else {
              refused(
                  record.line(),
                  new Violation(
                      "value", row.value(), "unique in the file; it is on line " + before));
            }
          }

          @Override
          public void refused(long line, Violation violation) {
            refused.accept(line, violation);
          }
        });
    return new KeyMapFile(List.copyOf(rows));
  }
}

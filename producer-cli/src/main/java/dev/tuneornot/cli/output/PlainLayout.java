package dev.tuneornot.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The layout of rows that are not Avro records: their fields are named one by one. */
public final class PlainLayout {

  /** A field: a text, a number, a truth value, an enum or an instant; null where there is none. */
  public record Field<T>(String name, Function<T, @Nullable Object> value) {}

  private PlainLayout() {}

  /** JSON and CSV from the fields, and a table. */
  public static <T> Layout<T> of(List<Field<T>> fields, List<TableColumn<T>> table) {
    List<String> header = fields.stream().map(Field::name).toList();
    return new Layout<>(
        (row, out) -> write(row, fields, out),
        new CsvLayout<>(header, row -> List.of(cells(row, fields))),
        table);
  }

  private static <T> List<@Nullable String> cells(T row, List<Field<T>> fields) {
    List<@Nullable String> cells = new ArrayList<>();
    for (Field<T> field : fields) {
      Object value = field.value().apply(row);
      cells.add(value == null ? null : value.toString());
    }
    return cells;
  }

  private static <T> void write(T row, List<Field<T>> fields, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    for (Field<T> field : fields) {
      Object value = field.value().apply(row);
      if (value instanceof Integer || value instanceof Long) {
        out.writeNumberField(field.name(), ((Number) value).longValue());
      } else if (value instanceof Double number) {
        out.writeNumberField(field.name(), number);
      } else if (value instanceof Boolean truth) {
        out.writeBooleanField(field.name(), truth);
      } else if (value != null) {
        out.writeStringField(field.name(), value.toString());
      }
    }
    out.writeEndObject();
  }
}

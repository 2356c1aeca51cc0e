package dev.tuneornot.cli.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as flat cells, by their schema: dots for nesting, {@code ;} between the values of a list,
 * {@code |} between those of a list within a list. A list of records becomes a column a field.
 * Immutable, and made once: it compiles the schema.
 */
public final class AvroCells {

  private static final String LIST = ";";
  private static final String INNER_LIST = "|";

  private final List<Cells> fields;
  private final List<String> names;

  /** The cells of a record schema. */
  public AvroCells(Schema schema) {
    this.fields = Cells.ofFields(schema);
    this.names = names(schema, "");
  }

  /**
   * A field as one or more cells.
   *
   * @param parts the fields of a record or of a list of records; empty for anything else
   * @param width number of cells
   */
  private record Cells(int position, boolean isList, List<Cells> parts, int width) {

    static List<Cells> ofFields(Schema schema) {
      return schema.getFields().stream().map(Cells::of).toList();
    }

    private static Cells of(Schema.Field field) {
      Schema nested = recordIn(field.schema());
      List<Cells> parts = nested == null ? List.of() : ofFields(nested);
      int width = nested == null ? 1 : parts.stream().mapToInt(Cells::width).sum();
      boolean isList = present(field.schema()).getType() == Schema.Type.ARRAY;
      return new Cells(field.pos(), isList, parts, width);
    }

    void add(@Nullable IndexedRecord row, String separator, List<@Nullable String> cells) {
      Object value = row == null ? null : row.get(position);
      if (parts.isEmpty()) {
        cells.add(value == null ? null : text(value, separator));
      } else if (isList) {
        addColumns((Collection<?>) value, separator, cells);
      } else {
        parts.forEach(part -> part.add((IndexedRecord) value, separator, cells));
      }
    }

    private void addColumns(
        @Nullable Collection<?> records, String separator, List<@Nullable String> cells) {
      List<@Nullable String> grid = new ArrayList<>();
      int rows = records == null ? 0 : records.size();
      if (records != null) {
        for (Object element : records) {
          parts.forEach(part -> part.add((IndexedRecord) element, INNER_LIST, grid));
        }
      }
      for (int column = 0; column < width; column++) {
        cells.add(joinedColumn(grid, column, rows, separator));
      }
    }

    /** The cells of a column of a grid; null where all of them are. */
    private @Nullable String joinedColumn(
        List<@Nullable String> grid, int column, int rows, String separator) {
      StringBuilder joined = new StringBuilder();
      boolean empty = true;
      for (int row = 0; row < rows; row++) {
        String cell = grid.get(row * width + column);
        joined.append(row == 0 ? "" : separator).append(cell == null ? "" : cell);
        empty &= cell == null;
      }
      return empty ? null : joined.toString();
    }
  }

  /** One line of CSV a record. */
  public static <T extends IndexedRecord> CsvLayout<T> layout(Schema schema) {
    AvroCells cells = new AvroCells(schema);
    return new CsvLayout<>(cells.names(), row -> List.of(cells.of(row)));
  }

  /** The names of the cells, in order. */
  public List<String> names() {
    return names;
  }

  /** The cells of a record; null where there is no value. */
  public List<@Nullable String> of(IndexedRecord row) {
    List<@Nullable String> cells = new ArrayList<>(names.size());
    fields.forEach(field -> field.add(row, LIST, cells));
    return cells;
  }

  private static List<String> names(Schema schema, String prefix) {
    List<String> names = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      Schema nested = recordIn(field.schema());
      if (nested == null) {
        names.add(prefix + field.name());
      } else {
        names.addAll(names(nested, prefix + field.name() + "."));
      }
    }
    return List.copyOf(names);
  }

  private static String text(Object value, String separator) {
    if (value instanceof Collection<?> list) {
      return String.join(separator, list.stream().map(String::valueOf).toList());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, entry) -> sorted.put(String.valueOf(key), key + "=" + entry));
      return String.join(separator, sorted.values());
    }
    if (value instanceof BigDecimal amount) {
      return amount.toPlainString();
    }
    return value.toString();
  }

  /** The record that a field holds or lists; null if it does neither. */
  private static @Nullable Schema recordIn(Schema declared) {
    Schema schema = present(declared);
    Schema inner = schema.getType() == Schema.Type.ARRAY ? schema.getElementType() : schema;
    return inner.getType() == Schema.Type.RECORD ? inner : null;
  }

  private static Schema present(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }
}

package dev.tuneornot.cli.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as flat cells, by their schema: dots for nesting, {@code ;} between the values of a list,
 * {@code |} between those of a list within a list. A list of records becomes a column a field.
 */
public final class AvroCells {

  private static final String LIST = ";";
  private static final String INNER_LIST = "|";

  private AvroCells() {}

  /** One line of CSV a record. */
  public static <T extends IndexedRecord> CsvLayout<T> layout(Schema schema) {
    return new CsvLayout<>(names(schema), row -> List.of(cells(row, schema)));
  }

  /** The names of the cells of a record. */
  public static List<String> names(Schema schema) {
    List<String> names = new ArrayList<>();
    addNames(schema, "", names);
    return List.copyOf(names);
  }

  /** The cells of a record; null where there is no value. */
  public static List<@Nullable String> cells(IndexedRecord row, Schema schema) {
    List<@Nullable String> cells = new ArrayList<>();
    add(row, schema, LIST, cells);
    return cells;
  }

  private static void addNames(Schema schema, String prefix, List<String> names) {
    for (Schema.Field field : schema.getFields()) {
      Schema type = present(field.schema());
      Schema inner = type.getType() == Schema.Type.ARRAY ? type.getElementType() : type;
      if (inner.getType() == Schema.Type.RECORD) {
        addNames(inner, prefix + field.name() + ".", names);
      } else {
        names.add(prefix + field.name());
      }
    }
  }

  private static void add(
      @Nullable Object value, Schema declared, String separator, List<@Nullable String> cells) {
    Schema schema = present(declared);
    if (schema.getType() == Schema.Type.RECORD) {
      for (Schema.Field field : schema.getFields()) {
        @Nullable Object part = value == null ? null : ((IndexedRecord) value).get(field.pos());
        add(part, field.schema(), separator, cells);
      }
    } else if (isListOfRecords(schema)) {
      cells.addAll(columns((Collection<?>) value, schema.getElementType(), separator));
    } else {
      cells.add(value == null ? null : text(value, separator));
    }
  }

  private static List<@Nullable String> columns(
      @Nullable Collection<?> records, Schema schema, String separator) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Object element : Objects.requireNonNullElse(records, List.of())) {
      List<@Nullable String> row = new ArrayList<>();
      add(element, schema, INNER_LIST, row);
      rows.add(row);
    }
    List<@Nullable String> columns = new ArrayList<>();
    for (int i = 0; i < names(schema).size(); i++) {
      int column = i;
      boolean empty = rows.stream().allMatch(row -> row.get(column) == null);
      List<String> cells =
          rows.stream().map(row -> Objects.requireNonNullElse(row.get(column), "")).toList();
      columns.add(empty ? null : String.join(separator, cells));
    }
    return columns;
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

  private static boolean isListOfRecords(Schema schema) {
    return schema.getType() == Schema.Type.ARRAY
        && schema.getElementType().getType() == Schema.Type.RECORD;
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

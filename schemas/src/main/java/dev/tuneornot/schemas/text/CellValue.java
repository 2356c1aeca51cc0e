package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.convert.AvroTypes;
import dev.tuneornot.schemas.convert.InstantText;
import dev.tuneornot.schemas.convert.NumberText;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.convert.SymbolTable;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one schema into its values. Immutable. */
@FunctionalInterface
interface CellValue {
  Map<String, Object> FLAGS = Map.of("true", true, "false", false);

  /**
   * The value of a cell that is not empty.
   *
   * @return null if it has none, which has then been reported; or if the cell is blank, and not for
   *     text, so that nothing is given
   */
  @Nullable Object of(String cell, String path, ViolationList violations);

  /** Compiles a schema that is no record. */
  static CellValue of(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> of(AvroTypes.notNull(schema));
      case STRING -> (cell, path, violations) -> cell;
      case INT -> whole(NumberText::toInt, NumberText.INT);
      case LONG ->
          AvroTypes.isInstant(schema)
              ? parsed(InstantText::parse, InstantText.BOUND)
              : whole(NumberText::toLong, NumberText.LONG);
      case DOUBLE -> parsed(NumberText::toDouble, NumberText.DOUBLE);
      case BOOLEAN -> parsed(FLAGS::get, "true or false");
      case ENUM -> symbol(SymbolTable.of(schema));
      case ARRAY -> list(of(schema.getElementType()), false);
      case MAP -> entries(list(entry(of(schema.getValueType())), false));
      case RECORD, BYTES, NULL, FLOAT, FIXED -> throw AvroTypes.unsupported(schema);
    };
  }

  private static CellValue symbol(SymbolTable symbols) {
    return parsed(symbols::find, symbols.bound());
  }

  private static CellValue parsed(Function<String, @Nullable Object> parser, String bound) {
    return (cell, path, violations) -> {
      if (cell.isBlank()) {
        return null;
      }
      Object value = parser.apply(cell.strip());
      if (value == null) {
        violations.add(new Violation(path, cell, bound));
      }
      return value;
    };
  }

  /** A point with three digits behind it groups thousands in half of Europe: 1.000 is no 1. */
  private static CellValue whole(Function<String, @Nullable Object> parser, String bound) {
    CellValue plain = parsed(parser, bound);
    return (cell, path, violations) -> {
      if (NumberText.mayGroupThousands(cell.strip())) {
        violations.add(new Violation(path, cell, NumberText.UNGROUPED));
        return null;
      }
      return plain.of(cell, path, violations);
    };
  }

  /** A column of a list of records: a value that is not given stays null. */
  static CellValue column(Schema schema) {
    return list(of(schema), true);
  }

  /** {@code key=value}. */
  private static CellValue entry(CellValue values) {
    return (cell, path, violations) -> {
      int equals = cell.indexOf('=');
      Object value = equals < 0 ? null : values.of(cell.substring(equals + 1), path, violations);
      if (value == null) {
        violations.add(new Violation(path, cell, "key=value"));
        return null;
      }
      return Map.entry(cell.substring(0, equals).strip(), value);
    };
  }

  private static CellValue entries(CellValue list) {
    return (cell, path, violations) -> {
      Object value = list.of(cell, path, violations);
      if (value == null) {
        return null;
      }
      Map<Object, Object> map = new HashMap<>();
      for (Object element : (List<?>) value) {
        if (element instanceof Map.Entry<?, ?> entry
            && map.put(entry.getKey(), entry.getValue()) != null) {
          violations.add(new Violation(path + "." + entry.getKey(), cell, "given once"));
        }
      }
      return map;
    };
  }

  private static CellValue list(CellValue elements, boolean mayBeEmpty) {
    return (cell, path, violations) -> {
      if (cell.isBlank()) {
        return null;
      }
      List<@Nullable Object> list = new ArrayList<>();
      int start = 0;
      while (start <= cell.length()) {
        int semicolon = cell.indexOf(';', start);
        int end = semicolon < 0 ? cell.length() : semicolon;
        String element = cell.substring(start, end).strip();
        String elementPath = path + "[" + list.size() + "]";
        if (list.size() == RecordLimits.ELEMENTS) {
          violations.add(new Violation(elementPath, element, RecordLimits.ELEMENTS_BOUND));
          return list;
        }
        list.add(
            mayBeEmpty && element.isEmpty() ? null : elements.of(element, elementPath, violations));
        start = end + 1;
      }
      return list;
    };
  }
}

package dev.tuneornot.schemas.text;

import dev.tuneornot.schemas.convert.AvroTypes;
import dev.tuneornot.schemas.convert.InstantText;
import dev.tuneornot.schemas.convert.NumberText;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.convert.SymbolTable;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one schema into its values. Immutable. */
@FunctionalInterface
interface CellValue {

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
      case ENUM -> symbol(SymbolTable.of(schema));
      case ARRAY -> list(of(schema.getElementType()));
      case RECORD, MAP, BOOLEAN, BYTES, NULL, FLOAT, FIXED -> throw AvroTypes.unsupported(schema);
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

  private static CellValue list(CellValue elements) {
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
        list.add(elements.of(element, elementPath, violations));
        start = end + 1;
      }
      return list;
    };
  }
}

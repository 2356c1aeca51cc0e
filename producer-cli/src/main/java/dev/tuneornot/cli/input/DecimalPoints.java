package dev.tuneornot.cli.input;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.convert.AvroTypes;
import dev.tuneornot.schemas.convert.NumberText;
import dev.tuneornot.schemas.text.TextRow;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Watches how the numbers of a CSV file are written. A number with a point and three digits behind
 * it may be meant as thousands, as in 12.500; where no other number of the file shows what its
 * points are, that is worth a word.
 */
final class DecimalPoints {

  private final List<String> header;
  private final boolean[] numbers;
  private @Nullable String first;
  private boolean clear;

  DecimalPoints(RecordType<?> type, List<String> header) {
    this.header = header;
    this.numbers = new boolean[header.size()];
    for (int i = 0; i < numbers.length; i++) {
      String path = header.get(i).strip();
      numbers[i] =
          isNumber(type.schema(), path)
              || (type.recordClass() == ModelPricing.class && isNumber(PricePeriod.SCHEMA$, path));
    }
  }

  /** The same rows. */
  Iterator<TextRow> watch(Iterator<TextRow> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public TextRow next() {
        TextRow row = rows.next();
        look(row);
        return row;
      }
    };
  }

  /** What there is to say, once all rows have been read. */
  Optional<String> finding() {
    return clear ? Optional.empty() : Optional.ofNullable(first);
  }

  private void look(TextRow row) {
    List<String> cells = row.cells();
    for (int i = 0; i < Math.min(numbers.length, cells.size()) && !clear; i++) {
      String cell = cells.get(i).strip();
      if (numbers[i] && cell.contains(".")) {
        if (!NumberText.mayGroupThousands(cell)) {
          clear = true;
        } else if (first == null) {
          first =
              ("line %d: %s = %s is read with a decimal point, as is every number of this file with"
                      + " three digits behind one; where thousands are meant, write %s")
                  .formatted(row.line(), header.get(i).strip(), cell, cell.replace(".", ""));
        }
      }
    }
  }

  private static boolean isNumber(Schema schema, String path) {
    Schema at = schema;
    for (String name : path.split("\\.", -1)) {
      Schema.Field field = at.getType() == Schema.Type.RECORD ? at.getField(name) : null;
      if (field == null) {
        return false;
      }
      at = field.schema().isUnion() ? AvroTypes.notNull(field.schema()) : field.schema();
    }
    return at.getType() == Schema.Type.DOUBLE;
  }
}

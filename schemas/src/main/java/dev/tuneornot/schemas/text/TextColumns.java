package dev.tuneornot.schemas.text;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, resolved once to the fields that they hold. One row is one record; of
 * prices, one row is one period, and the rows of a model stand together.
 */
public final class TextColumns<T extends SpecificRecord> {

  private final RowReader<T> reader;
  private final List<Violation> violations;

  private TextColumns(RowReader<T> reader, List<Violation> violations) {
    this.reader = reader;
    this.violations = violations;
  }

  /**
   * Resolves the first row of a file.
   *
   * @param columns dotted paths such as {@code trainingData.examples}; of prices, those of the
   *     model and those of a period, such as {@code tuning.trainingPerMTok}
   */
  public static <T extends SpecificRecord> TextColumns<T> resolve(
      RecordType<T> type, List<String> columns) {
    RowReader<T> reader = readerOf(type, columns.size());
    ViolationList violations = new ViolationList();
    String separator = foreignSeparator(columns);
    if (separator != null) {
      violations.add(
          new Violation(
              "", null, "CSV with commas between the columns; this header has " + separator));
      return new TextColumns<>(reader, violations.toList());
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String path = columns.get(i).strip();
      String shown = path.isEmpty() ? "column " + (i + 1) : path;
      if (!seen.add(path)) {
        violations.add(new Violation(shown, null, "a column once"));
      } else if (!reader.addColumn(i, path)) {
        violations.add(new Violation(shown, null, Violation.UNKNOWN_FIELD));
      }
    }
    for (String path : reader.required()) {
      if (!seen.contains(path)) {
        violations.add(new Violation(path, null, "a column"));
      }
    }
    return new TextColumns<>(reader, violations.toList());
  }

  /** The columns that are unknown, repeated or missing, in words; empty if the file can be read. */
  public List<Violation> violations() {
    return violations;
  }

  /**
   * Reads the rows one by one; blank ones are passed over.
   *
   * @param rows those after the first; what they throw is passed on
   * @throws IllegalStateException if there are {@link #violations()}
   */
  public Iterator<Entry<T>> read(Iterator<TextRow> rows) {
    if (!violations.isEmpty()) {
      throw new IllegalStateException("the columns cannot be read: " + violations);
    }
    return reader.read(rows);
  }

  /** What stands between the columns where it is no comma: no name of a column has one of these. */
  private static @Nullable String foreignSeparator(List<String> columns) {
    for (String column : columns) {
      if (column.contains(";")) {
        return "semicolons";
      }
      if (column.strip().contains("\t")) {
        return "tabs";
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked") // The type of prices is the one that has ModelPricing.
  private static <T extends SpecificRecord> RowReader<T> readerOf(RecordType<T> type, int width) {
    return type.recordClass() == ModelPricing.class
        ? (RowReader<T>) new PricingRows(width)
        : new RecordRows<>(type, width);
  }
}

package dev.tuneornot.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * How rows of a type look.
 *
 * @param json one JSON object a row
 * @param csv cells, usually one line a row
 * @param table the columns for people, in order
 */
public record Layout<T>(JsonLayout<T> json, CsvLayout<T> csv, List<TableColumn<T>> table) {

  /** Writes a row as one JSON object. */
  @FunctionalInterface
  public interface JsonLayout<T> {
    void write(T row, JsonGenerator out) throws IOException;
  }

  /** The same rows with other columns in the table. */
  public Layout<T> withTable(List<TableColumn<T>> columns) {
    return new Layout<>(json, csv, columns);
  }
}

package dev.tuneornot.portfolio.usage;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tuneornot.schemas.convert.ClosedQuotes;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file by the names of its header. Only the cells that are wanted are kept. */
final class CsvExport {

  private static final int MOST_CELLS = 10_000;

  private final ExportFile.Shape shape;
  private final ExportFile.Records records;

  CsvExport(ExportFile.Shape shape, ExportFile.Records records) {
    this.shape = shape;
    this.records = records;
  }

  /** A row with the cells that are wanted; the others are null. */
  private record Row(long line, int width, List<@Nullable String> cells) {}

  void read(InputStream in) throws IOException {
    Cells cells = new Cells();
    try {
      for (Row row :
          CsvReader.builder()
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .build(cells, new InputStreamReader(new ClosedQuotes(in), StandardCharsets.UTF_8))) {
        if (cells.columns.isEmpty()) {
          cells.takeHeader(row);
        } else {
          accept(row, cells.columns, cells.width);
        }
      }
    } catch (CsvParseException broken) {
      Throwable reason = broken.getCause() == null ? broken : broken.getCause();
      throw new IOException(
          "it is no CSV behind line " + cells.line() + ": " + reason.getMessage(), broken);
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof ClosedQuotes.NotClosedException open) {
        throw new IOException(
            "it is no CSV: a quote opens on line " + open.line() + " and is not closed", open);
      }
      throw unreadable.getCause();
    }
  }

  private void accept(Row row, Map<String, Integer> columns, int width) throws IOException {
    if (row.width() != width) {
      records.refused(
          row.line(),
          new Violation(
              "", null, "of " + width + " cells, as the header is, and has " + row.width()));
      return;
    }
    List<@Nullable String> cells = row.cells();
    records.accept(
        new ExportRecord(
            row.line(),
            "",
            name -> {
              Integer column = columns.get(name);
              String cell = column == null ? null : cells.get(column);
              return cell == null || cell.isEmpty() ? null : cell;
            }));
  }

  /** Makes rows of what the parser finds. */
  private final class Cells extends AbstractBaseCsvCallbackHandler<Row> {

    private final Map<String, Integer> columns = new HashMap<>();
    private boolean[] wanted = {};
    private int width;
    private List<@Nullable String> header = new ArrayList<>();
    private @Nullable String[] cells = {};
    private int count;

    long line() {
      return Math.max(1, getStartingLineNumber());
    }

    void takeHeader(Row row) throws IOException {
      width = row.width();
      wanted = new boolean[width];
      for (int i = 0; i < width; i++) {
        String name = String.valueOf(header.get(i)).strip();
        wanted[i] = shape.isWanted().test(name);
        if (columns.put(name, i) != null && wanted[i]) {
          throw new IOException("line 1: " + name + " must be one column only");
        }
      }
      TreeSet<String> missing = new TreeSet<>(shape.columns());
      missing.removeAll(columns.keySet());
      if (!missing.isEmpty()) {
        throw new IOException(
            "line "
                + row.line()
                + ": "
                + String.join(", ", missing)
                + " must be among its columns");
      }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new String[width];
      count = 0;
    }

    @Override
    protected void handleField(
        int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
      if (fieldIndex == MOST_CELLS) {
        throw new CsvParseException("more than " + MOST_CELLS + " cells in a row");
      }
      count = fieldIndex + 1;
      if (columns.isEmpty()) {
        header.add(new String(buffer, offset, length));
      } else if (fieldIndex < width && wanted[fieldIndex] && length > 0) {
        cells[fieldIndex] = new String(buffer, offset, length);
      }
    }

    @Override
    protected Row buildRecord() {
      return new Row(line(), count, Arrays.asList(cells));
    }
  }
}

package dev.tuneornot.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tuneornot.schemas.text.SpreadsheetSafety;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV as of RFC 4180, UTF-8, a header first. */
final class CsvRows<T> implements RowWriter<T> {

  private final CsvLayout<T> layout;
  private final CsvWriter csv;

  CsvRows(CsvLayout<T> layout, OutputStream out) {
    this.layout = layout;
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    csv.writeRecord(layout.header());
  }

  @Override
  public void write(T row) {
    for (List<@Nullable String> line : layout.lines().apply(row)) {
      List<String> cells = new ArrayList<>(line.size());
      for (@Nullable String cell : line) {
        cells.add(cell == null ? "" : SpreadsheetSafety.neutralise(cell));
      }
      csv.writeRecord(cells);
    }
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}

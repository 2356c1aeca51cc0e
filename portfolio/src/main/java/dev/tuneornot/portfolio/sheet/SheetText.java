package dev.tuneornot.portfolio.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tuneornot.schemas.text.SpreadsheetSafety;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows for a spreadsheet: with the separator that it takes where the sheet came from, and
 * with a byte order mark, without which Excel takes UTF-8 for Windows-1252.
 */
public final class SheetText {

  private static final String MARK = "\uFEFF";

  private SheetText() {}

  /** Writes and flushes; no cell becomes one that a spreadsheet would run as a formula. */
  public static void write(List<List<String>> rows, char separator, OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(writer);
    for (List<String> row : rows) {
      csv.writeRecord(row.stream().map(SpreadsheetSafety::neutralise).toList());
    }
    csv.flush();
    writer.flush();
  }
}

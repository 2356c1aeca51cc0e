package dev.tuneornot.portfolio.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tuneornot.schemas.convert.ClosedQuotes;
import dev.tuneornot.schemas.convert.NotPlainTextException;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.text.TextRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small CSV file.
 *
 * @param header of the first row; empty where there is none
 * @param rows those below it
 */
record CsvTable(List<String> header, List<TextRow> rows) {

  /**
   * Reads a file.
   *
   * @throws IOException if it is no CSV; the message says behind which line
   */
  static CsvTable read(InputStream in) throws IOException {
    InputStreamReader reader =
        new InputStreamReader(new ClosedQuotes(new PlainTextStream(in)), StandardCharsets.UTF_8);
    List<TextRow> rows = new ArrayList<>();
    try {
      for (CsvRecord row :
          CsvReader.builder()
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(reader)) {
        rows.add(new TextRow(row.getStartingLineNumber(), List.copyOf(row.getFields())));
      }
    } catch (UncheckedIOException unreadable) {
      throw readably(unreadable.getCause());
    } catch (CsvParseException broken) {
      // The library's own message names its code; the cause says what is wrong.
      Throwable reason = broken.getCause() == null ? broken : broken.getCause();
      long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).line();
      throw new IOException(
          "it is no CSV behind line " + last + ": " + reason.getMessage(), broken);
    }
    return rows.isEmpty()
        ? new CsvTable(List.of(), List.of())
        : new CsvTable(rows.get(0).cells(), rows.subList(1, rows.size()));
  }

  private static IOException readably(IOException unreadable) {
    if (unreadable instanceof NotPlainTextException wrong) {
      return new IOException("it must be " + wrong.bound(), wrong);
    }
    if (unreadable instanceof ClosedQuotes.NotClosedException open) {
      return new IOException(
          "it is no CSV: a quote opens on line " + open.line() + " and is not closed", open);
    }
    return unreadable;
  }
}

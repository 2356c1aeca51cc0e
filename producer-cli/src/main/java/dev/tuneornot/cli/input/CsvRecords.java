package dev.tuneornot.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.text.TextColumns;
import dev.tuneornot.schemas.text.TextRow;
import dev.tuneornot.schemas.validation.Violation;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file. What is wrong with its first line, or with its syntax, comes as a
 * refused entry, after which there is no further one.
 */
final class CsvRecords<T extends SpecificRecord> implements Iterator<Entry<T>> {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RecordType<T> type;
  private final Iterator<CsvRecord> rows;
  private @Nullable Iterator<Entry<T>> entries;
  private @Nullable Entry<T> next;
  private long line = 1;

  CsvRecords(RecordType<T> type, InputStream in) {
    this.type = type;
    // A decoder of its own: that of a charset by name replaces what is not UTF-8 instead of
    // failing.
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    this.rows =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(reader)
            .iterator();
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Entry<T> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Entry<T> entry = next;
    next = null;
    return entry;
  }

  private @Nullable Entry<T> read() {
    try {
      if (entries == null) {
        return readHeader();
      }
      return entries.hasNext() ? entries.next() : null;
    } catch (CsvParseException broken) {
      entries = Collections.emptyIterator();
      Violation violation = new Violation("", null, "readable as CSV: " + broken.getMessage());
      return new Entry.Refused<>(line, null, List.of(violation));
    }
  }

  private @Nullable Entry<T> readHeader() {
    entries = Collections.emptyIterator();
    if (!rows.hasNext()) {
      return null;
    }
    TextColumns<T> columns = TextColumns.resolve(type, names(rows.next()));
    if (!columns.violations().isEmpty()) {
      return new Entry.Refused<>(1, null, columns.violations());
    }
    entries = columns.read(new TextRows());
    return entries.hasNext() ? entries.next() : null;
  }

  private static List<String> names(CsvRecord header) {
    return header.getFields().stream()
        .map(name -> name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name)
        .toList();
  }

  /** The rows after the first, with their lines. */
  private final class TextRows implements Iterator<TextRow> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public TextRow next() {
      CsvRecord row = rows.next();
      line = row.getStartingLineNumber();
      return new TextRow(line, row.getFields());
    }
  }
}

package dev.tuneornot.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.convert.ClosedQuotes;
import dev.tuneornot.schemas.convert.NotPlainTextException;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.text.TextColumns;
import dev.tuneornot.schemas.text.TextRow;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file. What is wrong with its first line, or with its syntax, comes as a
 * refused entry, after which there is no further one: where the next row would begin is a guess.
 */
final class CsvRecords<T extends SpecificRecord> implements Iterator<Entry<T>> {

  private static final String REST = "; nothing behind it is read";

  private final RecordType<T> type;
  private final CsvRows handler;
  private final Iterator<TextRow> rows;
  private @Nullable Iterator<Entry<T>> entries;
  private @Nullable Entry<T> next;
  private @Nullable DecimalPoints points;

  CsvRecords(RecordType<T> type, InputStream in) {
    this.type = type;
    PlainTextStream text = new PlainTextStream(in);
    this.handler = new CsvRows(text);
    this.rows =
        CsvReader.builder()
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, new InputStreamReader(new ClosedQuotes(text), StandardCharsets.UTF_8))
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

  /** What is odd about the file as a whole, once all has been read. */
  Optional<String> finding() {
    return points == null ? Optional.empty() : points.finding();
  }

  private @Nullable Entry<T> read() {
    try {
      if (entries == null) {
        return readHeader();
      }
      return entries.hasNext() ? entries.next() : null;
    } catch (CsvParseException broken) {
      Throwable reason = broken.getCause() == null ? broken : broken.getCause();
      return last(handler.line(), "readable as CSV: " + reason.getMessage() + REST);
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof NotPlainTextException wrong) {
        if (wrong.bound().equals(RecordLimits.BYTES_BOUND)) {
          return last(handler.line(), wrong.bound() + REST);
        }
        String reason = "line %d must be %s".formatted(handler.line(), wrong.bound());
        throw new UncheckedIOException(new IOException(reason, wrong));
      }
      if (unreadable.getCause() instanceof ClosedQuotes.NotClosedException open) {
        return last(open.line(), "readable as CSV: " + open.getMessage() + REST);
      }
      throw unreadable;
    }
  }

  private Entry<T> last(long line, String bound) {
    entries = Collections.emptyIterator();
    return new Entry.Refused<>(line, null, List.of(new Violation("", null, bound)));
  }

  private @Nullable Entry<T> readHeader() {
    entries = Collections.emptyIterator();
    if (!rows.hasNext()) {
      return null;
    }
    TextRow header = rows.next();
    TextColumns<T> columns = TextColumns.resolve(type, header.cells());
    if (!columns.violations().isEmpty()) {
      return new Entry.Refused<>(header.line(), null, columns.violations());
    }
    points = new DecimalPoints(type, header.cells());
    entries = columns.read(points.watch(rows));
    return entries.hasNext() ? entries.next() : null;
  }
}

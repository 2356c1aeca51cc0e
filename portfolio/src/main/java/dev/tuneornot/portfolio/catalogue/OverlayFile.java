package dev.tuneornot.portfolio.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.convert.ClosedQuotes;
import dev.tuneornot.schemas.convert.NotPlainTextException;
import dev.tuneornot.schemas.convert.PlainTextStream;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.text.TextColumns;
import dev.tuneornot.schemas.text.TextRow;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The overlay: the columns of prices as CSV but for effectiveFrom, a row a model. Only {@code
 * modelId} is required; an empty cell says nothing.
 */
public final class OverlayFile {

  private static final String EFFECTIVE_FROM = "effectiveFrom";
  private static final String NO_TIME = "1970-01-01T00:00:00Z";

  private final Consumer<Entry.Refused<?>> refusals;
  private final Map<String, ModelFacts> facts = new TreeMap<>();
  private final Map<String, Long> lines = new TreeMap<>();
  private long lastLine;

  private OverlayFile(Consumer<Entry.Refused<?>> refusals) {
    this.refusals = refusals;
  }

  /**
   * What each row says, by model.
   *
   * @param refusals is told of each row, or the header, that cannot be used
   * @throws IOException if it cannot be read
   */
  public static Map<String, ModelFacts> read(InputStream in, Consumer<Entry.Refused<?>> refusals)
      throws IOException {
    OverlayFile overlay = new OverlayFile(refusals);
    InputStreamReader reader =
        new InputStreamReader(new ClosedQuotes(new PlainTextStream(in)), StandardCharsets.UTF_8);
    try {
      overlay.read(
          CsvReader.builder()
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(reader)
              .iterator());
    } catch (UncheckedIOException unreadable) {
      throw readably(unreadable.getCause());
    } catch (CsvParseException broken) {
      // The library's own message names its code; the cause says what is wrong.
      Throwable reason = broken.getCause() == null ? broken : broken.getCause();
      throw new IOException(
          "it is no CSV behind line " + overlay.lastLine + ": " + reason.getMessage(), broken);
    }
    return overlay.facts;
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

  private void read(Iterator<CsvRecord> rows) {
    if (!rows.hasNext()) {
      return;
    }
    List<String> header = next(rows).getFields();
    if (header.contains(EFFECTIVE_FROM)) {
      refuse(1, "", new Violation(EFFECTIVE_FROM, null, "said with --effective-from"));
      return;
    }
    List<String> columns = new ArrayList<>(List.of(EFFECTIVE_FROM));
    columns.addAll(header);
    TextColumns<ModelPricing> reading = TextColumns.resolve(RecordType.MODEL_PRICING, columns);
    if (!reading.violations().isEmpty()) {
      refusals.accept(new Entry.Refused<>(1, null, reading.violations()));
      return;
    }
    while (rows.hasNext()) {
      CsvRecord row = next(rows);
      List<String> cells = new ArrayList<>(List.of(NO_TIME));
      cells.addAll(row.getFields());
      TextRow text = new TextRow(row.getStartingLineNumber(), cells);
      // One by one: several rows of a model would be its periods.
      reading.read(List.of(text).iterator()).forEachRemaining(entry -> add(entry, header, text));
    }
  }

  private CsvRecord next(Iterator<CsvRecord> rows) {
    CsvRecord row = rows.next();
    lastLine = row.getStartingLineNumber();
    return row;
  }

  private void add(Entry<ModelPricing> entry, List<String> header, TextRow row) {
    if (entry instanceof Entry.Refused<ModelPricing> refused) {
      refusals.accept(refused);
    } else if (entry instanceof Entry.Accepted<ModelPricing> accepted) {
      String modelId = accepted.value().getModelId();
      Long before = lines.putIfAbsent(modelId, row.line());
      if (before != null) {
        refuse(
            row.line(),
            modelId,
            new Violation("modelId", modelId, "unique in the file; it is on line " + before));
        return;
      }
      facts.put(modelId, OverlayRow.facts(accepted.value(), header, row.cells()));
    }
  }

  private void refuse(long line, String modelId, Violation violation) {
    refusals.accept(
        new Entry.Refused<>(line, modelId.isEmpty() ? null : modelId, List.of(violation)));
  }
}

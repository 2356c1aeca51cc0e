package dev.tuneornot.portfolio.formats;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.json.JsonRecordReader;
import dev.tuneornot.schemas.text.TextColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Prices in the files of this system: JSON Lines, a JSON array, or CSV with a row a period. */
final class OwnPrices implements FormatReader {

  private static final String MODEL_ID = "modelId";
  private static final String PERIODS = "periods";
  private static final String EFFECTIVE_FROM = "effectiveFrom";

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    if (json == null) {
      return content.isLinesWith(MODEL_ID)
          || (content.isCsvWith(MODEL_ID) && content.isCsvWith(EFFECTIVE_FROM));
    }
    return isRecord(json) || json.items().stream().anyMatch(OwnPrices::isRecord);
  }

  private static boolean isRecord(Json json) {
    return json.get(MODEL_ID) != null && json.get(PERIODS) != null;
  }

  @Override
  public void read(Content content, ReadOptions options, Provenance provenance, ReadingBuilder out)
      throws IOException {
    if (content.json() == null && !content.beginsAsJson()) {
      readCsv(content, options, provenance, out);
      return;
    }
    boolean lines = content.json() == null || !content.json().isArray();
    try (JsonRecordReader<ModelPricing> records =
        lines
            ? JsonRecordReader.lines(RecordType.MODEL_PRICING, content.open())
            : JsonRecordReader.array(RecordType.MODEL_PRICING, content.open())) {
      add(records, options, provenance, out);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static void readCsv(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out)
      throws IOException {
    CsvTable table = CsvTable.read(content.open());
    TextColumns<ModelPricing> columns =
        TextColumns.resolve(RecordType.MODEL_PRICING, table.header());
    if (columns.violations().isEmpty()) {
      add(columns.read(table.rows().iterator()), options, provenance, out);
    } else {
      out.refused("", 1, columns.violations());
    }
  }

  private static void add(
      Iterator<Entry<ModelPricing>> entries,
      ReadOptions options,
      Provenance provenance,
      ReadingBuilder out) {
    while (entries.hasNext()) {
      Entry<ModelPricing> entry = entries.next();
      if (entry instanceof Entry.Accepted<ModelPricing> accepted) {
        ModelPricing read = accepted.value();
        out.key(
            read.getModelId(),
            entry.line(),
            notes -> new Outcome.Model(OwnRecord.facts(read, options.at(), provenance)));
      } else if (entry instanceof Entry.Refused<ModelPricing> refused) {
        out.refused(refused.id() == null ? "" : refused.id(), entry.line(), refused.violations());
      }
    }
  }
}

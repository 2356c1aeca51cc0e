package dev.tuneornot.portfolio.formats;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.text.TextColumns;
import dev.tuneornot.schemas.text.TextRow;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The overlay: the columns of prices as CSV but for effectiveFrom, a row a model. Only {@code
 * modelId} is required; an empty cell says nothing.
 */
final class OverlayFormat implements FormatReader {

  private static final String MODEL_ID = "modelId";
  private static final String EFFECTIVE_FROM = "effectiveFrom";
  private static final String NO_TIME = "1970-01-01T00:00:00Z";

  @Override
  public boolean matches(Content content) {
    return content.json() == null && content.isCsvWith(MODEL_ID);
  }

  @Override
  public void read(Content content, ReadOptions options, Provenance provenance, ReadingBuilder out)
      throws IOException {
    CsvTable table = CsvTable.read(content.open());
    List<String> header = table.header();
    if (header.contains(EFFECTIVE_FROM)) {
      Violation said = new Violation(EFFECTIVE_FROM, null, "said with --effective-from");
      out.refused("", 1, List.of(said));
      return;
    }
    List<String> columns = new ArrayList<>(List.of(EFFECTIVE_FROM));
    columns.addAll(header);
    TextColumns<ModelPricing> reading = TextColumns.resolve(RecordType.MODEL_PRICING, columns);
    if (!reading.violations().isEmpty()) {
      out.refused("", 1, reading.violations());
      return;
    }
    Map<String, Long> lines = new HashMap<>();
    for (TextRow row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(NO_TIME));
      cells.addAll(row.cells());
      TextRow text = new TextRow(row.line(), cells);
      // One by one: several rows of a model would be its periods.
      reading
          .read(List.of(text).iterator())
          .forEachRemaining(entry -> add(entry, header, text, lines, provenance, out));
    }
  }

  private static void add(
      Entry<ModelPricing> entry,
      List<String> header,
      TextRow row,
      Map<String, Long> lines,
      Provenance provenance,
      ReadingBuilder out) {
    if (entry instanceof Entry.Refused<ModelPricing> refused) {
      out.refused(refused.id() == null ? "" : refused.id(), row.line(), refused.violations());
    } else if (entry instanceof Entry.Accepted<ModelPricing> accepted) {
      String modelId = accepted.value().getModelId();
      Long before = lines.putIfAbsent(modelId, row.line());
      if (before != null) {
        String bound = "unique in the file; it is on line " + before;
        out.refused(modelId, row.line(), List.of(new Violation(MODEL_ID, modelId, bound)));
        return;
      }
      ModelFacts facts = facts(accepted.value(), header, row.cells(), provenance);
      out.key(modelId, row.line(), notes -> new Outcome.Model(facts));
    }
  }

  /**
   * The facts of a row that has been read.
   *
   * @param cells one before those of the header
   */
  private static ModelFacts facts(
      ModelPricing read, List<String> header, List<String> cells, Provenance provenance) {
    Set<String> given = new HashSet<>();
    boolean tiers = false;
    for (int i = 0; i < header.size(); i++) {
      if (!cells.get(i + 1).isBlank()) {
        given.add(header.get(i).strip());
        tiers |= header.get(i).strip().startsWith("tiers.");
      }
    }
    // The record has a default where the row says nothing of a minimum charge, hosting, ...
    Map<PriceField, Double> prices = new EnumMap<>(PriceField.class);
    PriceField.of(read.getPeriods().get(0))
        .forEach(
            (field, price) -> {
              if (given.contains(field.path())) {
                prices.put(field, price);
              }
            });
    String source = read.getSource().isEmpty() ? provenance.source() : read.getSource();
    Provenance own = new Provenance(source, read.getObservedAt(), read.getConfidence());
    return ModelFacts.ofPrices(read.getModelId(), "the overlay", prices, own)
        .withTiers(tiers ? read.getPeriods().get(0).getTiers() : null)
        .withDates(OwnRecord.dates(read, source))
        .withTokenFactor(given.contains("tokenFactor") ? read.getTokenFactor() : null);
  }
}

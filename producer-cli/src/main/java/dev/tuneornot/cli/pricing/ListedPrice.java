package dev.tuneornot.cli.pricing;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.tuneornot.cli.output.CsvLayout;
import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PricingLayout;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.prices.FindingWords;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model in the list of prices.
 *
 * @param pricing in force; where a first price is held for review, that one
 * @param review what is held for review; null: nothing
 */
record ListedPrice(
    ModelPricing pricing, @Nullable PriceReview review, Dependants.Count dependants) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A row a model; as JSON with the whole history, as CSV the prices alone, a line a period. */
  static Layout<ListedPrice> layout(Clock clock) {
    Layout<ModelPricing> prices = PricingLayout.create(clock);
    List<TableColumn<ListedPrice>> table = new ArrayList<>();
    prices.table().forEach(column -> table.add(column.of(ListedPrice::pricing)));
    table.add(figure("CANDIDATE OF", row -> String.valueOf(row.dependants.candidate())));
    table.add(figure("ALTERNATIVE OF", row -> String.valueOf(row.dependants.alternative())));
    table.add(figure("BASELINE OF", row -> String.valueOf(row.dependants.baseline())));
    table.add(words("HELD FOR REVIEW", 12, 30, ListedPrice::findings));
    return new Layout<>(
        (row, out) -> row.write(prices, out),
        new CsvLayout<>(prices.csv().header(), row -> prices.csv().lines().apply(row.pricing)),
        table);
  }

  /** A row a period, as a table. */
  static Layout<Period> history() {
    return new Layout<>(
        (row, out) -> {
          throw new IllegalStateException("as a table only");
        },
        new CsvLayout<>(List.of(), row -> List.of()),
        List.of(
            name("MODEL", 16, 24, Period::modelId),
            fixed("FROM", row -> Figures.ENGLISH.instant(row.period.getEffectiveFrom())),
            figure("INPUT", row -> money(row.period.getInputPerMTok())),
            figure("CACHED", row -> money(row.period.getCachedInputPerMTok())),
            figure("CACHE WRITE", row -> money(row.period.getCacheWritePerMTok())),
            figure("OUTPUT", row -> money(row.period.getOutputPerMTok())),
            figure("BATCH INPUT", row -> money(row.period.getBatchInputPerMTok())),
            figure("BATCH OUTPUT", row -> money(row.period.getBatchOutputPerMTok())),
            figure("TIERS", row -> String.valueOf(row.period.getTiers().size())),
            figure("TRAINING", row -> tuning(row.period, Tuning::getTrainingPerMTok)),
            figure("TUNED INPUT", row -> tuning(row.period, Tuning::getInputPerMTok)),
            figure("TUNED OUTPUT", row -> tuning(row.period, Tuning::getOutputPerMTok))));
  }

  /** A period of a model. */
  record Period(String modelId, PricePeriod period) {}

  List<Period> periods() {
    return pricing.getPeriods().stream()
        .map(period -> new Period(pricing.getModelId(), period))
        .toList();
  }

  private void write(Layout<ModelPricing> prices, JsonGenerator out) throws IOException {
    ObjectNode object;
    try (TokenBuffer buffer = new TokenBuffer(JSON, false)) {
      prices.json().write(pricing, buffer);
      object = JSON.readTree(buffer.asParser());
    }
    object
        .put("candidateOf", dependants.candidate())
        .put("alternativeOf", dependants.alternative())
        .put("baselineOf", dependants.baseline());
    ArrayNode findings = object.putArray("findings");
    if (review != null) {
      for (PriceFinding finding : review.getFindings()) {
        findings
            .addObject()
            .put("id", finding.getId().name())
            .put("field", finding.getField())
            .put("before", finding.getBefore())
            .put("after", finding.getAfter())
            .put("bound", finding.getBound());
      }
    }
    JSON.writeTree(out, object);
  }

  private String findings() {
    return review == null ? Figures.NONE : FindingWords.of(review.getFindings());
  }

  private static String money(@Nullable Double price) {
    return Figures.ENGLISH.money(price);
  }

  private static String tuning(PricePeriod period, Function<Tuning, @Nullable Double> price) {
    return period.getTuning() == null ? Figures.NONE : money(price.apply(period.getTuning()));
  }
}

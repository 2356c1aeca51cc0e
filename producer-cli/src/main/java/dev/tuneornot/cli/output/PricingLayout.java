package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.schemas.json.AvroJsonWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Prices as rows. In the table stand those in force now; as CSV there is a line a period, which is
 * also how they are read.
 */
public final class PricingLayout {

  private static final String PERIODS = "periods";

  private PricingLayout() {}

  public static Layout<ModelPricing> create(Clock clock) {
    AvroJsonWriter json = new AvroJsonWriter(ModelPricing.SCHEMA$, false);
    return new Layout<>(json::write, csv(), table(clock.instant()));
  }

  private static List<TableColumn<ModelPricing>> table(Instant now) {
    return List.of(
        name("MODEL", 16, 24, ModelPricing::getModelId),
        figure("INPUT", row -> period(row, now, PricePeriod::getInputPerMTok)),
        figure("CACHED", row -> period(row, now, PricePeriod::getCachedInputPerMTok)),
        figure("OUTPUT", row -> period(row, now, PricePeriod::getOutputPerMTok)),
        figure("TRAINING", row -> tuning(row, now, Tuning::getTrainingPerMTok)),
        figure("TUNED INPUT", row -> tuning(row, now, Tuning::getInputPerMTok)),
        figure("TUNED OUTPUT", row -> tuning(row, now, Tuning::getOutputPerMTok)),
        figure("PERIODS", row -> String.valueOf(row.getPeriods().size())),
        fixed("TUNING CLOSES", row -> day(row.getTuningClosesAt())),
        fixed("RETIRES", row -> day(row.getRetiresAt())),
        fixed("CONFIDENCE", (ModelPricing row) -> row.getConfidence().name()).asExtra(),
        fixed("OBSERVED", (ModelPricing row) -> day(row.getObservedAt())).asExtra());
  }

  private static String period(
      ModelPricing row, Instant now, Function<PricePeriod, @Nullable Double> price) {
    PricePeriod inForce = inForce(row, now);
    return inForce == null ? Figures.NONE : Figures.ENGLISH.money(price.apply(inForce));
  }

  private static String tuning(
      ModelPricing row, Instant now, Function<Tuning, @Nullable Double> price) {
    PricePeriod inForce = inForce(row, now);
    return inForce == null || inForce.getTuning() == null
        ? Figures.NONE
        : Figures.ENGLISH.money(price.apply(inForce.getTuning()));
  }

  private static @Nullable PricePeriod inForce(ModelPricing row, Instant now) {
    PricePeriod last = null;
    for (PricePeriod period : row.getPeriods()) {
      if (!period.getEffectiveFrom().isAfter(now)) {
        last = period;
      }
    }
    return last;
  }

  private static String day(@Nullable Instant instant) {
    return instant == null ? Figures.NONE : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private static CsvLayout<ModelPricing> csv() {
    AvroCells period = new AvroCells(PricePeriod.SCHEMA$);
    List<String> header = new ArrayList<>();
    for (Schema.Field field : ModelPricing.SCHEMA$.getFields()) {
      header.addAll(field.name().equals(PERIODS) ? period.names() : List.of(field.name()));
    }
    return new CsvLayout<>(List.copyOf(header), row -> lines(row, period));
  }

  private static List<List<@Nullable String>> lines(ModelPricing row, AvroCells cells) {
    List<List<@Nullable String>> lines = new ArrayList<>();
    for (PricePeriod period : row.getPeriods()) {
      List<@Nullable String> line = new ArrayList<>();
      for (Schema.Field field : ModelPricing.SCHEMA$.getFields()) {
        if (field.name().equals(PERIODS)) {
          line.addAll(cells.of(period));
        } else {
          Object value = row.get(field.pos());
          line.add(value == null ? null : value.toString());
        }
      }
      lines.add(line);
    }
    return lines;
  }
}

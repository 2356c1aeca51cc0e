package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.dashboard.sql.Table.Column;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables {@code prices} and {@code price_periods}. */
final class PriceTable {
  private static final Documents<ModelPricing> DOCUMENTS =
      new Documents<>(ModelPricing.getClassSchema());

  private static final Table<ModelPricing> PRICES =
      new Table<>(
          "prices",
          List.of("model_id"),
          List.of(
              column("model_id", (to, row) -> to.text(row.getModelId())),
              column("provider", (to, row) -> to.text(provider(row.getModelId()))),
              column("tuning_closes_at", (to, row) -> to.instant(row.getTuningClosesAt())),
              column("retires_at", (to, row) -> to.instant(row.getRetiresAt())),
              column("tuned_retires_at", (to, row) -> to.instant(row.getTunedRetiresAt())),
              column("replacement", (to, row) -> to.text(row.getReplacement())),
              column("token_factor", (to, row) -> to.number(row.getTokenFactor())),
              column("source", (to, row) -> to.text(row.getSource())),
              column("observed_at", (to, row) -> to.instant(row.getObservedAt())),
              column("confidence", (to, row) -> to.symbol(row.getConfidence())),
              column("periods", (to, row) -> to.whole(row.getPeriods().size())),
              column("document", (to, row) -> to.text(DOCUMENTS.text(row)))));

  private static final Table<Period> PERIODS =
      new Table<>("price_periods", List.of("model_id", "effective_from"), periodColumns());

  private record Period(String modelId, PricePeriod price) {}

  private static List<Column<Period>> periodColumns() {
    return List.of(
        column("model_id", (to, row) -> to.text(row.modelId())),
        column("effective_from", (to, row) -> to.instant(row.price().getEffectiveFrom())),
        column("input_per_mtok", (to, row) -> to.number(row.price().getInputPerMTok())),
        column(
            "cached_input_per_mtok", (to, row) -> to.number(row.price().getCachedInputPerMTok())),
        column("cache_write_per_mtok", (to, row) -> to.number(row.price().getCacheWritePerMTok())),
        column("output_per_mtok", (to, row) -> to.number(row.price().getOutputPerMTok())),
        column("batch_input_per_mtok", (to, row) -> to.number(row.price().getBatchInputPerMTok())),
        column(
            "batch_output_per_mtok", (to, row) -> to.number(row.price().getBatchOutputPerMTok())),
        column("tiers", (to, row) -> to.whole(row.price().getTiers().size())),
        column("tunable", (to, row) -> to.whole(row.price().getTuning() == null ? 0 : 1)),
        tuning("tuning_training_per_mtok", Tuning::getTrainingPerMTok),
        tuning("tuning_training_per_hour", Tuning::getTrainingPerHour),
        tuning("tuning_minimum_charge", Tuning::getMinimumCharge),
        tuning("tuning_input_per_mtok", Tuning::getInputPerMTok),
        tuning("tuning_cached_input_per_mtok", Tuning::getCachedInputPerMTok),
        tuning("tuning_output_per_mtok", Tuning::getOutputPerMTok),
        tuning("tuning_batch_input_per_mtok", Tuning::getBatchInputPerMTok),
        tuning("tuning_batch_output_per_mtok", Tuning::getBatchOutputPerMTok),
        tuning("tuning_hosting_per_hour", Tuning::getHostingPerHour),
        tuning("tuning_storage_per_month", Tuning::getStoragePerMonth),
        column("tuning_adapters_per_deployment", (to, row) -> to.whole(adapters(row.price()))));
  }

  private static Column<Period> tuning(String name, Function<Tuning, @Nullable Double> price) {
    return column(name, (to, row) -> bindTuning(to, row.price().getTuning(), price));
  }

  private static Binder bindTuning(
      Binder to, @Nullable Tuning tuning, Function<Tuning, @Nullable Double> price)
      throws SQLException {
    return to.number(tuning == null ? null : price.apply(tuning));
  }

  private static @Nullable Long adapters(PricePeriod price) {
    return price.getTuning() == null ? null : (long) price.getTuning().getAdaptersPerDeployment();
  }

  private static String provider(String modelId) {
    return modelId.substring(0, Math.max(0, modelId.indexOf('/')));
  }

  void apply(Connection connection, Dialect dialect, KeyChanges<ModelPricing> changes)
      throws SQLException {
    List<Period> periods = new ArrayList<>();
    for (ModelPricing pricing : changes.puts()) {
      pricing.getPeriods().forEach(price -> periods.add(new Period(pricing.getModelId(), price)));
    }
    PERIODS.delete(connection, dialect, changes.putKeys());
    PERIODS.delete(connection, dialect, changes.deletions());
    PERIODS.put(connection, dialect, periods);
    PRICES.delete(connection, dialect, changes.deletions());
    PRICES.put(connection, dialect, changes.puts());
  }
}

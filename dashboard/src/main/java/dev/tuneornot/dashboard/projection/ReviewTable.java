package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.sql.Table.column;

import dev.tuneornot.dashboard.sql.Dialect;
import dev.tuneornot.dashboard.sql.Table;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.PriceReview;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code price_reviews} and {@code price_review_dates}. Of a model that has a review, the
 * price in force is the one there, and not what {@code prices} has from the topic.
 */
final class ReviewTable {
  private static final Documents<PriceReview> DOCUMENTS =
      new Documents<>(PriceReview.getClassSchema());
  private static final Documents<ModelPricing> PRICES =
      new Documents<>(ModelPricing.getClassSchema());

  private static final Table<PriceReview> REVIEWS =
      new Table<>(
          "price_reviews",
          List.of("model_id"),
          List.of(
              column("model_id", (to, row) -> to.text(row.getModelId())),
              column("held_at", (to, row) -> to.instant(row.getHeldAt())),
              column("findings", (to, row) -> to.whole(row.getFindings().size())),
              column("in_force", (to, row) -> to.text(inForce(row))),
              column("document", (to, row) -> to.text(DOCUMENTS.text(row)))));

  private static final Table<Date> DATES =
      new Table<>(
          "price_review_dates",
          List.of("model_id", "kind", "at"),
          List.of(
              column("model_id", (to, row) -> to.text(row.modelId())),
              column("kind", (to, row) -> to.text(row.kind())),
              column("at", (to, row) -> to.instant(row.at()))));

  private record Date(String modelId, String kind, Instant at) {}

  void apply(Connection connection, Dialect dialect, KeyChanges<PriceReview> changes)
      throws SQLException {
    List<Date> dates = new ArrayList<>();
    for (PriceReview review : changes.puts()) {
      addDates(review.getInForce(), dates);
    }
    DATES.delete(connection, dialect, changes.putKeys());
    DATES.delete(connection, dialect, changes.deletions());
    DATES.put(connection, dialect, dates);
    REVIEWS.delete(connection, dialect, changes.deletions());
    REVIEWS.put(connection, dialect, changes.puts());
  }

  private static @Nullable String inForce(PriceReview review) {
    return review.getInForce() == null ? null : PRICES.text(review.getInForce());
  }

  /** The dates of the price in force, of the kinds that the query of coming dates knows. */
  private static void addDates(@Nullable ModelPricing price, List<Date> dates) {
    if (price == null) {
      return;
    }
    String modelId = price.getModelId();
    for (PricePeriod period : price.getPeriods()) {
      dates.add(new Date(modelId, "NEW_PRICE", period.getEffectiveFrom()));
    }
    add(modelId, "TUNING_CLOSES", price.getTuningClosesAt(), dates);
    add(modelId, "RETIRES", price.getRetiresAt(), dates);
    add(modelId, "TUNED_RETIRES", price.getTunedRetiresAt(), dates);
  }

  private static void add(String modelId, String kind, @Nullable Instant at, List<Date> dates) {
    if (at != null) {
      dates.add(new Date(modelId, kind, at));
    }
  }
}

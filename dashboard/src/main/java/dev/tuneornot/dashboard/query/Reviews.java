package dev.tuneornot.dashboard.query;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Prices that are held until a person has looked at them. */
public final class Reviews {

  /**
   * A part of the reviews.
   *
   * @param items each a JSON document of a PriceReview
   */
  public record Found(long total, List<RawValue> items) {}

  private final Database database;

  public Reviews(Database database) {
    this.database = database;
  }

  /** The longest held first. */
  public Found oldest(int limit, int offset) throws SQLException {
    try (Connection connection = database.reader()) {
      long total = Query.of("select count(*) from price_reviews", List.of()).number(connection);
      List<RawValue> items =
          Query.of(
                  "select document from price_reviews order by held_at, model_id limit ? offset ?",
                  limit,
                  offset)
              .list(connection, row -> new RawValue(row.getString(1)));
      return new Found(total, items);
    }
  }
}

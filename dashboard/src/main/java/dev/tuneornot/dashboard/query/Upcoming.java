package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What prices announce: new prices, ends of tuning, retirements. */
public final class Upcoming {

  /** What happens on a date. */
  public enum Kind {
    NEW_PRICE,
    TUNING_CLOSES,
    RETIRES,
    TUNED_RETIRES
  }

  /**
   * A date of a model.
   *
   * @param dependants proposals that name the model as anything
   */
  public record Date(
      Instant at,
      Kind kind,
      String modelId,
      long dependants,
      long asCandidate,
      long asAlternative,
      long asBaseline) {}

  /**
   * A part of the dates.
   *
   * @param total number of dates that concern enough proposals
   * @param others number of dates that concern fewer
   */
  public record Dates(long total, long others, List<Date> items) {}

  private static final Instant FURTHEST = Instant.parse("9999-12-31T00:00:00Z");

  /** The dates of the others come with their reviews. */
  private static final String NOT_HELD =
      " where model_id not in (select model_id from price_reviews)";

  private static final String DATES =
      "(select effective_from as at, 'NEW_PRICE' as kind, model_id from price_periods"
          + NOT_HELD
          + " union all select tuning_closes_at, 'TUNING_CLOSES', model_id from prices"
          + NOT_HELD
          + " union all select retires_at, 'RETIRES', model_id from prices"
          + NOT_HELD
          + " union all select tuned_retires_at, 'TUNED_RETIRES', model_id from prices"
          + NOT_HELD
          + " union all select at, kind, model_id from price_review_dates) dates"
          + " left join model_dependants d on d.model_id = dates.model_id"
          + " where at > ? and at < ?";
  private static final String PROPOSALS = "coalesce(d.proposals, 0)";

  private final Database database;

  public Upcoming(Database database) {
    this.database = database;
  }

  /** The dates between two instants, soonest first. */
  public Dates between(Instant after, Instant before, int minDependants, int limit, int offset)
      throws SQLException {
    List<Object> bounds =
        List.of(
            Query.instant(database, after),
            Query.instant(database, before.isAfter(FURTHEST) ? FURTHEST : before));
    try (Connection connection = database.reader()) {
      long all = Query.of("select count(*) from " + DATES, bounds).number(connection);
      String concerning = DATES + " and " + PROPOSALS + " >= ?";
      long total =
          Query.of("select count(*) from " + concerning, bounds, minDependants).number(connection);
      List<Date> dates =
          Query.of(
                  "select at, kind, dates.model_id, "
                      + PROPOSALS
                      + ", coalesce(d.as_candidate, 0), coalesce(d.as_alternative, 0),"
                      + " coalesce(d.as_baseline, 0) from "
                      + concerning
                      + " order by at, kind, dates.model_id limit ? offset ?",
                  bounds,
                  minDependants,
                  limit,
                  offset)
              .list(
                  connection,
                  row ->
                      new Date(
                          Objects.requireNonNull(database.dialect().instant(row, 1)),
                          Kind.valueOf(row.getString(2)),
                          row.getString(3),
                          row.getLong(4),
                          row.getLong(5),
                          row.getLong(6),
                          row.getLong(7)));
      return new Dates(total, all - total, dates);
    }
  }
}

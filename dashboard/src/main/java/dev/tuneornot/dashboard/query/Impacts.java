package dev.tuneornot.dashboard.query;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.ImpactState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The changes of prices, policies and rules with what came of them. */
public final class Impacts {

  /**
   * A part of the changes.
   *
   * @param total number of changes on which enough proposals depended
   * @param others number of changes on which fewer did
   * @param items each a JSON document of a PriceImpact
   */
  public record Found(long total, long others, List<RawValue> items) {}

  private final Database database;

  public Impacts(Database database) {
    this.database = database;
  }

  /**
   * The newest first.
   *
   * @param states empty: all
   * @param minDependants only changes on which at least so many proposals depended
   */
  public Found newest(List<ImpactState> states, int minDependants, int limit, int offset)
      throws SQLException {
    Condition any =
        states.isEmpty()
            ? Condition.TRUE
            : Condition.in("state", states.stream().map(Enum::name).toList());
    Condition felt = any.and(new Condition("dependants >= ?", List.of(minDependants)));
    try (Connection connection = database.reader()) {
      long total = count(connection, felt);
      List<RawValue> items =
          Query.of(
                  "select document from price_impacts where "
                      + felt.sql()
                      + " order by started_at desc, change_id limit ? offset ?",
                  felt.parameters(),
                  limit,
                  offset)
              .list(connection, row -> new RawValue(row.getString(1)));
      return new Found(total, count(connection, any) - total, items);
    }
  }

  private static long count(Connection connection, Condition condition) throws SQLException {
    return Query.of(
            "select count(*) from price_impacts where " + condition.sql(), condition.parameters())
        .number(connection);
  }
}

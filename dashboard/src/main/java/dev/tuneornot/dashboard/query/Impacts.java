package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.ImpactState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The changes of prices, policies and rules with what came of them. */
public final class Impacts {
  private final Database database;

  public Impacts(Database database) {
    this.database = database;
  }

  /**
   * The newest first, each as a JSON document.
   *
   * @param states empty: all
   */
  public List<String> newest(List<ImpactState> states, int limit) throws SQLException {
    Condition condition =
        states.isEmpty()
            ? Condition.TRUE
            : Condition.in("state", states.stream().map(Enum::name).toList());
    try (Connection connection = database.reader()) {
      return Query.of(
              "select document from price_impacts where "
                  + condition.sql()
                  + " order by started_at desc, change_id limit ?",
              condition.parameters(),
              limit)
          .list(connection, row -> row.getString(1));
    }
  }
}

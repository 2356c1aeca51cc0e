package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads of the rows that are about to change what the counts were made from. */
final class KnownRows {
  private static final int KEYS_A_QUERY = 500;
  private static final String QUERY =
      "select proposal_id, portfolio, decision, verdict, best_model, candidate_models,"
          + " alternative_models, baseline_model"
          + " from recommendations where proposal_id in (?"
          + ", ?".repeat(KEYS_A_QUERY - 1)
          + ")";

  /**
   * @param model empty: none
   */
  record Row(
      String portfolio,
      String decision,
      String verdict,
      String model,
      ModelDependants.Models models) {}

  KeyChanges<Row> read(Connection connection, Dialect dialect, KeyChanges<?> changes)
      throws SQLException {
    List<String> keys = new ArrayList<>(changes.putKeys());
    keys.addAll(changes.deletions());
    KeyChanges<Row> rows = new KeyChanges<>();
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      for (int from = 0; from < keys.size(); from += KEYS_A_QUERY) {
        Binder binder = new Binder(statement, dialect);
        for (int i = 0; i < KEYS_A_QUERY; i++) {
          // A key twice is a key once.
          binder.text(keys.get(Math.min(from + i, keys.size() - 1)));
        }
        read(statement, rows);
      }
    }
    return rows;
  }

  private static void read(PreparedStatement statement, KeyChanges<Row> rows) throws SQLException {
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        String model = found.getString(5);
        rows.put(
            found.getString(1),
            new Row(
                found.getString(2),
                found.getString(3),
                found.getString(4),
                model == null ? "" : model,
                new ModelDependants.Models(
                    found.getString(6), found.getString(7), found.getString(8))));
      }
    }
  }
}

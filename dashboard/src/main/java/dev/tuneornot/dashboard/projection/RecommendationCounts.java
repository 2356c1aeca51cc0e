package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Table {@code recommendation_counts}: how many recommendations there are of each combination of
 * what they are filtered by, so that totals cost nothing and the better way to a page is known.
 */
final class RecommendationCounts {
  private static final String ADD =
      "insert into recommendation_counts (portfolio, decision, verdict, best_model, proposals)"
          + " values (?, ?, ?, ?, ?)"
          + " on conflict (portfolio, decision, verdict, best_model)"
          + " do update set proposals = recommendation_counts.proposals + excluded.proposals";
  private static final String CLEAN = "delete from recommendation_counts where proposals = 0";

  private record Combination(String portfolio, String decision, String verdict, String model) {}

  void apply(
      Connection connection,
      Dialect dialect,
      Collection<KnownRows.Row> before,
      Collection<RecommendationRow> after)
      throws SQLException {
    Map<Combination, Long> changes = new HashMap<>();
    for (KnownRows.Row row : before) {
      changes.merge(
          new Combination(row.portfolio(), row.decision(), row.verdict(), row.model()),
          -1L,
          Long::sum);
    }
    for (RecommendationRow row : after) {
      changes.merge(
          new Combination(
              row.value().getPortfolio(),
              row.value().getDecision().name(),
              row.value().getVerdict().name(),
              RecommendationTable.modelOf(row.value())),
          1L,
          Long::sum);
    }
    changes.values().removeIf(change -> change == 0);
    write(connection, dialect, changes);
  }

  private static void write(Connection connection, Dialect dialect, Map<Combination, Long> changes)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement clean = connection.prepareStatement(CLEAN)) {
      Binder binder = new Binder(add, dialect);
      for (Map.Entry<Combination, Long> change : changes.entrySet()) {
        Combination key = change.getKey();
        binder.text(key.portfolio()).text(key.decision()).text(key.verdict()).text(key.model());
        binder.whole(change.getValue()).addBatch();
      }
      add.executeBatch();
      clean.executeUpdate();
    }
  }
}

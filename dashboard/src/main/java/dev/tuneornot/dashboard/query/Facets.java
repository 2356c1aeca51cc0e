package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The values that can be filtered by. */
public final class Facets {
  /** A menu of more is none. */
  private static final int MOST = 10_000;

  /** Values that occur, sorted. */
  public record Values(
      List<String> portfolios,
      List<String> models,
      List<String> decisions,
      List<String> verdicts,
      List<String> providers) {}

  private final Database database;

  public Facets(Database database) {
    this.database = database;
  }

  public Values values() throws SQLException {
    try (Connection connection = database.reader()) {
      List<String> models =
          column(connection, "best_model").stream().filter(model -> !model.isEmpty()).toList();
      List<String> providers =
          models.stream()
              .map(model -> model.substring(0, Math.max(0, model.indexOf('/'))))
              .distinct()
              .sorted()
              .toList();
      return new Values(
          column(connection, "portfolio"),
          models,
          column(connection, "decision"),
          column(connection, "verdict"),
          providers);
    }
  }

  private static List<String> column(Connection connection, String name) throws SQLException {
    return Query.of(
            "select distinct %s from recommendation_counts order by %s limit ?"
                .formatted(name, name),
            MOST)
        .list(connection, row -> row.getString(1));
  }
}

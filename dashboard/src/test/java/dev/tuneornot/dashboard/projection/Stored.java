package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.config.DatabaseSettings;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.schemas.TrustedClasses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A database that tests write batches into. */
public final class Stored implements AutoCloseable {
  private final Database database;
  private final BatchWriter writer;

  private Stored(Database database) {
    this.database = database;
    this.writer = new BatchWriter(database);
  }

  public static Stored sqlite(Path directory) {
    return at(new DatabaseSettings("jdbc:sqlite:" + directory.resolve("rows.db"), "", ""));
  }

  public static Stored at(DatabaseSettings settings) {
    TrustedClasses.install();
    return new Stored(Database.open(settings));
  }

  public Database database() {
    return database;
  }

  public Stored write(Batch batch) throws SQLException {
    writer.write(batch);
    return this;
  }

  public void expire(Instant now) throws SQLException {
    writer.expire(now);
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = database.writer();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
      connection.commit();
    }
  }

  /** The rows of a query, the columns of each joined with commas. */
  public List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.reader();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(found.getString(i));
        }
        rows.add(String.join(",", cells));
      }
    }
    return rows;
  }

  /** Where a test begins and ends on a database that outlives it. */
  public void clear() throws SQLException {
    try (Connection connection = database.writer();
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "recommendations",
              "recommendation_counts",
              "model_dependants",
              "recommendation_changes",
              "measured_usage",
              "stated_volumes",
              "prices",
              "price_periods",
              "price_reviews",
              "price_review_dates",
              "price_impacts",
              "price_impact_transitions",
              "portfolio_summaries",
              "source_offsets",
              "source_topics")) {
        statement.executeUpdate("delete from " + table);
      }
      connection.commit();
    }
  }

  @Override
  public void close() {
    database.close();
  }
}

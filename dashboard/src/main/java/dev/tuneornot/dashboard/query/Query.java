package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A query and its parameters, run on a connection of the caller's. */
record Query(String sql, List<Object> parameters) {

  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Sink {
    void row(ResultSet row) throws SQLException;
  }

  static Query of(String sql, Object... parameters) {
    return new Query(sql, List.of(parameters));
  }

  static Query of(String sql, Collection<?> parameters, Object... more) {
    return new Query(sql, Condition.joined(parameters, List.of(more)));
  }

  <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(connection, 0, found -> rows.add(row.read(found)));
    return rows;
  }

  long number(Connection connection) throws SQLException {
    List<Long> numbers = list(connection, row -> row.getLong(1));
    return numbers.isEmpty() ? 0 : numbers.get(0);
  }

  /**
   * @param fetch rows that the driver holds at a time; 0: as it likes
   */
  void each(Connection connection, int fetch, Sink sink) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(fetch);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sink.row(rows);
        }
      }
    }
  }

  /** An instant as the database compares it. */
  static Object instant(Database database, Instant value) {
    return database.dialect() == Dialect.SQLITE
        ? Dialect.fixedWidth(value)
        : value.atOffset(ZoneOffset.UTC);
  }
}

package dev.tuneornot.dashboard.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that rows are put into and taken from by their key, in batches.
 *
 * @param <R> what makes a row
 */
public final class Table<R> {

  /** Gives a statement the value of one column. */
  @FunctionalInterface
  public interface Value<R> {
    Binder bind(Binder statement, R row) throws SQLException;
  }

  /** A column and where its value comes from. */
  public record Column<R>(String name, Value<R> value) {}

  private final List<Column<R>> columns;
  private final String upsert;
  private final String delete;

  /**
   * @param keys names of the columns of the primary key
   */
  public Table(String name, List<String> keys, List<Column<R>> columns) {
    this.columns = List.copyOf(columns);
    List<String> names = columns.stream().map(Column::name).toList();
    String changes =
        names.stream()
            .filter(column -> !keys.contains(column))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    this.upsert =
        "insert into %s (%s) values (%s) on conflict (%s) do %s"
            .formatted(
                name,
                String.join(", ", names),
                names.stream().map(column -> "?").collect(Collectors.joining(", ")),
                String.join(", ", keys),
                changes.isEmpty() ? "nothing" : "update set " + changes);
    this.delete = "delete from %s where %s = ?".formatted(name, keys.get(0));
  }

  /** A column. */
  public static <R> Column<R> column(String name, Value<R> value) {
    return new Column<>(name, value);
  }

  /** Inserts rows or puts them in the place of those with the same keys. */
  public void put(Connection connection, Dialect dialect, Collection<R> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      Binder binder = new Binder(statement, dialect);
      for (R row : rows) {
        for (Column<R> column : columns) {
          column.value().bind(binder, row);
        }
        binder.addBatch();
      }
      requireDone(statement.executeBatch());
    }
  }

  /** Deletes rows by the first column of their key. */
  public void delete(Connection connection, Dialect dialect, Collection<String> keys)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      Binder binder = new Binder(statement, dialect);
      for (String key : keys) {
        binder.text(key).addBatch();
      }
      requireDone(statement.executeBatch());
    }
  }

  private static void requireDone(int[] counts) throws SQLException {
    if (Arrays.stream(counts).anyMatch(count -> count == PreparedStatement.EXECUTE_FAILED)) {
      throw new SQLException("a statement of a batch failed");
    }
  }
}

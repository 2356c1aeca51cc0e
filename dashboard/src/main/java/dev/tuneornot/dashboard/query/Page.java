package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A part of a table.
 *
 * @param total rows of the whole table
 * @param totalIsExact false where there are at least as many
 */
public record Page(long total, boolean totalIsExact, List<Item> items) {

  /** Rows beyond are not counted: that would take as long as reading them. */
  private static final int COUNTED = 10_000;

  /**
   * Reads a part of what a query finds.
   *
   * @param fields of a row
   * @param from the query from its {@code from} on, without order
   */
  static Page of(
      Database database,
      List<Item.Field> fields,
      String from,
      List<Object> parameters,
      String order,
      int limit,
      int offset)
      throws SQLException {
    try (Connection connection = database.reader()) {
      long total =
          Query.of(
                  "select count(*) from (select 1" + from + " limit ?) counted",
                  parameters,
                  COUNTED + 1)
              .number(connection);
      List<Item> items =
          Query.of(
                  "select " + Item.columns(fields, "") + from + order + " limit ? offset ?",
                  parameters,
                  limit,
                  offset)
              .list(connection, row -> Item.read(fields, row, database.dialect()));
      return new Page(Math.min(total, COUNTED), total <= COUNTED, items);
    }
  }
}

package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.sql.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row for the outside.
 *
 * @param values of the fields, in their order: texts, numbers and instants
 */
public record Item(List<Field> fields, List<@Nullable Object> values) {

  /** What a column holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    WHOLE,
    TRUTH,
    INSTANT
  }

  /**
   * A column and its name outside.
   *
   * @param expression what to select
   */
  public record Field(String name, String expression, Kind kind) {

    static Field text(String name, String column) {
      return new Field(name, column, Kind.TEXT);
    }

    static Field number(String name, String column) {
      return new Field(name, column, Kind.NUMBER);
    }

    static Field whole(String name, String column) {
      return new Field(name, column, Kind.WHOLE);
    }

    /** Of 1 or 0. */
    static Field truth(String name, String column) {
      return new Field(name, column, Kind.TRUTH);
    }

    static Field instant(String name, String column) {
      return new Field(name, column, Kind.INSTANT);
    }
  }

  public Item {
    values = Collections.unmodifiableList(values);
  }

  static String columns(List<Field> fields, String prefix) {
    return String.join(", ", fields.stream().map(field -> prefix + field.expression()).toList());
  }

  static Item read(List<Field> fields, ResultSet row, Dialect dialect) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      values.add(value(fields.get(i).kind(), row, i + 1, dialect));
    }
    return new Item(fields, values);
  }

  private static @Nullable Object value(Kind kind, ResultSet row, int column, Dialect dialect)
      throws SQLException {
    return switch (kind) {
      case TEXT -> row.getString(column);
      case INSTANT -> dialect.instant(row, column);
      case TRUTH -> {
        long number = row.getLong(column);
        yield row.wasNull() ? null : number != 0;
      }
      case NUMBER -> {
        double number = row.getDouble(column);
        yield row.wasNull() ? null : number;
      }
      case WHOLE -> {
        long number = row.getLong(column);
        yield row.wasNull() ? null : number;
      }
    };
  }
}

package dev.tuneornot.dashboard.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between the databases: types, and the search of a text in a text. */
public enum Dialect {
  /**
   * Has no type for instants: they are texts of fixed width, which sort as they should and which
   * SQLite's own date functions read. Sums are doubles.
   */
  SQLITE("jdbc:sqlite:") {
    @Override
    Map<String, String> types() {
      return Map.of("instant", "text", "bytes", "blob", "amount", "real", "binary", "");
    }

    @Override
    void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
      statement.setString(index, FIXED_WIDTH.format(value));
    }

    @Override
    void setAmount(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
      statement.setDouble(index, value.doubleValue());
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
      String text = row.getString(column);
      return text == null ? null : Instant.parse(text);
    }

    /** SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH; the upper bits say more of each. */
    @Override
    public boolean isAboutData(SQLException failure) {
      int code = failure.getErrorCode() & 0xFF;
      return code >= 18 && code <= 20;
    }

    @Override
    public String contains(String column) {
      return "instr(" + column + ", ?) > 0";
    }

    @Override
    public String analyze() {
      return "analyze";
    }
  },

  POSTGRESQL("jdbc:postgresql:") {
    @Override
    Map<String, String> types() {
      return Map.of(
          "instant",
          "timestamptz",
          "bytes",
          "bytea",
          "amount",
          "numeric(38, 6)",
          "binary",
          "collate \"C\"");
    }

    @Override
    void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
      statement.setObject(index, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    @Override
    void setAmount(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
      statement.setBigDecimal(index, value);
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
      OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
      return value == null ? null : value.toInstant();
    }

    /**
     * Of the classes of SQL states: data exception, integrity constraint violation, program limit
     * exceeded (a text too long for an index).
     */
    @Override
    public boolean isAboutData(SQLException failure) {
      String state = String.valueOf(failure.getSQLState());
      return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    @Override
    public String contains(String column) {
      return "strpos(" + column + ", ?) > 0";
    }

    @Override
    public String analyze() {
      return "analyze recommendations";
    }
  };

  private static final DateTimeFormatter FIXED_WIDTH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final String urlPrefix;

  Dialect(String urlPrefix) {
    this.urlPrefix = urlPrefix;
  }

  /**
   * The database that a JDBC URL names.
   *
   * @throws DatabaseException where it is another
   */
  static Dialect of(String url) {
    for (Dialect dialect : values()) {
      if (url.startsWith(dialect.urlPrefix)) {
        return dialect;
      }
    }
    int end = Math.max(0, url.indexOf(':', "jdbc:".length()));
    throw new DatabaseException(
        "tuneornot.database.url = "
            + url.substring(0, end)
            + ":...: must begin with jdbc:sqlite: or jdbc:postgresql:");
  }

  /** The types that the schema is written with, by the names that it uses for them. */
  abstract Map<String, String> types();

  abstract void setInstant(PreparedStatement statement, int index, Instant value)
      throws SQLException;

  abstract void setAmount(PreparedStatement statement, int index, BigDecimal value)
      throws SQLException;

  /** An instant of a row; null where there is none. */
  public abstract @Nullable Instant instant(ResultSet row, int column) throws SQLException;

  /** Whether the database is well and cannot keep what it was given. */
  public abstract boolean isAboutData(SQLException failure);

  /** The condition that a column contains the next parameter. */
  public abstract String contains(String column);

  /** Renews what the planner knows of the tables. */
  public abstract String analyze();

  /** An instant as SQLite keeps it. */
  public static String fixedWidth(Instant value) {
    return FIXED_WIDTH.format(value);
  }

  static void setNull(PreparedStatement statement, int index) throws SQLException {
    statement.setNull(index, Types.NULL);
  }
}

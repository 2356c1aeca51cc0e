package dev.tuneornot.dashboard.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a statement its parameters, one after the other. */
public final class Binder {
  private final PreparedStatement statement;
  private final Dialect dialect;
  private int next = 1;

  public Binder(PreparedStatement statement, Dialect dialect) {
    this.statement = statement;
    this.dialect = dialect;
  }

  /** PostgreSQL cannot keep the character NUL; it becomes the replacement character on both. */
  public Binder text(@Nullable String value) throws SQLException {
    boolean hasNul = value != null && value.indexOf('\0') >= 0;
    statement.setString(next++, hasNul ? value.replace('\0', '\uFFFD') : value);
    return this;
  }

  /** The name of the symbol. */
  public Binder symbol(@Nullable Enum<?> value) throws SQLException {
    return text(value == null ? null : value.name());
  }

  public Binder whole(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  public Binder whole(@Nullable Long value) throws SQLException {
    return value == null ? nothing() : whole(value.longValue());
  }

  public Binder number(@Nullable Double value) throws SQLException {
    if (value == null) {
      return nothing();
    }
    statement.setDouble(next++, value);
    return this;
  }

  /** An exact sum of money in USD. */
  public Binder amount(BigDecimal value) throws SQLException {
    dialect.setAmount(statement, next++, value);
    return this;
  }

  public Binder instant(@Nullable Instant value) throws SQLException {
    if (value == null) {
      return nothing();
    }
    dialect.setInstant(statement, next++, value);
    return this;
  }

  public Binder bytes(ByteBuffer value) throws SQLException {
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    statement.setBytes(next++, bytes);
    return this;
  }

  private Binder nothing() throws SQLException {
    Dialect.setNull(statement, next++);
    return this;
  }

  /** Ends a row of a batch. */
  public void addBatch() throws SQLException {
    statement.addBatch();
    next = 1;
  }
}

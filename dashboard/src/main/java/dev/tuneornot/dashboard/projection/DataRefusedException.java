package dev.tuneornot.dashboard.projection;

import java.sql.SQLException;

/** The database cannot keep some of the data: to try again would not help. */
final class DataRefusedException extends SQLException {
  private static final long serialVersionUID = 1L;

  DataRefusedException(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }
}

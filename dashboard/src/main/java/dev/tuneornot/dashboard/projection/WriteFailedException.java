package dev.tuneornot.dashboard.projection;

import java.sql.SQLException;

/** A transaction failed in the database. */
final class WriteFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WriteFailedException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}

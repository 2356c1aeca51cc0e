package dev.tuneornot.dashboard.projection;

/** Somebody else has moved the offsets in the database on, or back. */
final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OvertakenException(String message) {
    super(message);
  }
}

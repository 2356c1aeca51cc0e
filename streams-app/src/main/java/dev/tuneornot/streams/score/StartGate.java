package dev.tuneornot.streams.score;

/**
 * Closed at the start of the application until the prices and policies that were waiting then have
 * reached every task; proposals that come before are stored and answered once it is open.
 */
@FunctionalInterface
public interface StartGate {
  StartGate OPEN = () -> true;

  /** Once open it stays so. */
  boolean isOpen();
}

package dev.tuneornot.streams.pass;

import org.jspecify.annotations.Nullable;

/** Learns how changes are getting on. */
public interface PassObserver {

  /** Was pending when the task started. */
  default void resumed(PendingChange change) {}

  /**
   * @param overtaken the pending change of the same key that {@code change} takes the place of
   */
  void noticed(PendingChange change, @Nullable PendingChange overtaken);

  void completed(PendingChange change);

  /** Tells both. */
  static PassObserver both(PassObserver first, PassObserver second) {
    return new PassObserver() {
      @Override
      public void resumed(PendingChange change) {
        first.resumed(change);
        second.resumed(change);
      }

      @Override
      public void noticed(PendingChange change, @Nullable PendingChange overtaken) {
        first.noticed(change, overtaken);
        second.noticed(change, overtaken);
      }

      @Override
      public void completed(PendingChange change) {
        first.completed(change);
        second.completed(change);
      }
    };
  }
}

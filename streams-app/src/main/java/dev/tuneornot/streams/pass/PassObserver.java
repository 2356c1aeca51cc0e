package dev.tuneornot.streams.pass;

import org.jspecify.annotations.Nullable;

/** Learns how changes are getting on. */
public interface PassObserver {

  /**
   * @param overtaken the pending change of the same key that {@code change} takes the place of
   */
  void noticed(PendingChange change, @Nullable PendingChange overtaken);

  void completed(PendingChange change);
}

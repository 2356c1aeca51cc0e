package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.projection.Positions.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How far the rows are. Written by one thread, read by others. */
final class Progress {
  private final Map<TopicPartition, Long> targets = new HashMap<>();
  private boolean hasCaughtUp;
  private boolean justCaughtUp;
  private volatile ProjectionState state = new ProjectionState(true, false, "waiting for Kafka", 0);

  /** Sets what has to be reached: the ends of the topics as they are now. */
  void aimAt(Map<TopicPartition, Range> ranges) {
    targets.clear();
    ranges.forEach((partition, range) -> targets.put(partition, range.end()));
    hasCaughtUp = false;
  }

  /**
   * @param noted offsets that are in the database
   * @return records that the rows are behind
   */
  long reached(Map<TopicPartition, Long> noted, Consumer<?, ?> consumer) {
    targets
        .entrySet()
        .removeIf(target -> noted.getOrDefault(target.getKey(), 0L) >= target.getValue());
    if (targets.isEmpty() && !hasCaughtUp) {
      hasCaughtUp = true;
      justCaughtUp = true;
    }
    long behind = 0;
    for (TopicPartition partition : noted.keySet()) {
      OptionalLong lag = consumer.currentLag(partition);
      behind += lag.orElse(0);
    }
    long left = hasCaughtUp ? behind : Math.max(behind, left(noted));
    String reason =
        hasCaughtUp ? "" : "catching up: " + left + " records to read in " + targets.keySet();
    state = new ProjectionState(true, hasCaughtUp, reason, left);
    return left;
  }

  private long left(Map<TopicPartition, Long> noted) {
    return targets.entrySet().stream()
        .mapToLong(target -> target.getValue() - noted.getOrDefault(target.getKey(), 0L))
        .sum();
  }

  /** Whether it has caught up since this was last asked. */
  boolean hasJustCaughtUp() {
    boolean just = justCaughtUp;
    justCaughtUp = false;
    return just;
  }

  void waitsFor(String what) {
    state = new ProjectionState(true, false, "waiting for " + what, state.behind());
  }

  void goesOn() {
    if (!state.caughtUp() && hasCaughtUp) {
      state = new ProjectionState(true, true, "", state.behind());
    }
  }

  /** Nobody reads the topics any more. */
  void died(Throwable cause) {
    state = new ProjectionState(false, false, "the projection ended: " + cause, state.behind());
  }

  ProjectionState state() {
    return state;
  }
}

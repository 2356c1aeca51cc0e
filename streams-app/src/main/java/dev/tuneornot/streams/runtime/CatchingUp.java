package dev.tuneornot.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far a group has come with the records that wait for it, and for how long it has stood. */
final class CatchingUp {
  private final Map<TopicPartition, Long> targets;
  private final long patienceNanos;
  private Map<TopicPartition, Long> reached = Map.of();
  private long stoodSince;
  private boolean hasLooked;

  /** Where the group is. */
  enum State {
    /** Records wait. */
    BEHIND,
    /** None does. */
    PAST,
    /** Records wait, and the patience with the group has come to its end. */
    STANDING
  }

  /**
   * @param targets the offset of the last record that waits, by partition
   * @param patience how long the group may stand still, unless it cannot move
   */
  CatchingUp(Map<TopicPartition, Long> targets, Duration patience) {
    this.targets = new HashMap<>(targets);
    this.patienceNanos = patience.toNanos();
  }

  /**
   * @param committed the next offset of the group, by partition
   * @param canMove whether somebody is there who takes records
   * @param nanoTime now
   */
  State look(Map<TopicPartition, Long> committed, boolean canMove, long nanoTime) {
    Map<TopicPartition, Long> reachedNow = new HashMap<>(committed);
    reachedNow.keySet().retainAll(targets.keySet());
    if (!hasLooked || !canMove || !reachedNow.equals(reached)) {
      stoodSince = nanoTime;
    }
    hasLooked = true;
    reached = reachedNow;
    boolean isPast =
        targets.entrySet().stream()
            .allMatch(target -> reachedNow.getOrDefault(target.getKey(), 0L) > target.getValue());
    if (isPast) {
      return State.PAST;
    }
    return nanoTime - stoodSince > patienceNanos ? State.STANDING : State.BEHIND;
  }
}

package dev.tuneornot.streams.sweep;

import org.apache.kafka.streams.processor.TaskId;

/** How much of a sweep may run before the stream thread goes back to its input. */
@FunctionalInterface
public interface SliceBudget {

  /** A running slice. */
  @FunctionalInterface
  interface Slice {
    /** Asked behind each row: one is always allowed. */
    boolean allowsAnotherRow();
  }

  Slice begin(TaskId task);

  /** Told of every record of whatever topic, on the thread of the task that has taken it. */
  default void recordTaken() {}

  /** Told of every proposal that comes in, likewise, instead. */
  default void proposalTaken() {}

  /** A fixed number of rows a slice, for tests. */
  static SliceBudget rows(int rows) {
    return task -> {
      int[] left = {rows};
      return () -> --left[0] > 0;
    };
  }
}

package dev.tuneornot.streams.score;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.meters.TaskGauges;
import org.jspecify.annotations.Nullable;

/**
 * Meters of a task. Rows are counted in plain fields and told to the process once a slice or input
 * record. What is a state of the task is gone with it.
 */
final class TaskMeter {
  private final AppMeters process;
  private final TaskGauges gauges;
  private long evaluated;
  private long emitted;
  private long rescored;

  TaskMeter(AppMeters process) {
    this.process = process;
    this.gauges = process.open();
  }

  void evaluated() {
    evaluated++;
  }

  void emitted() {
    emitted++;
  }

  void rescored() {
    rescored++;
  }

  /** Tells what has been counted since the last time. */
  void tell() {
    process.evaluated(evaluated);
    process.emitted(emitted);
    process.rescored(rescored);
    evaluated = 0;
    emitted = 0;
    rescored = 0;
  }

  /**
   * @param oldest when the oldest pending change was noticed, or {@link TaskGauges#NONE}
   */
  void sweep(int pending, long rows, long oldest) {
    gauges.pending(pending, rows, oldest);
  }

  void slice(long nanos) {
    process.slice(nanos);
  }

  void parked(int records) {
    gauges.parked(records);
  }

  /** The verdict of a proposal is another; null where there is none. */
  void replaced(@Nullable Verdict before, @Nullable Verdict after) {
    if (before == after) {
      return;
    }
    if (before != null) {
      gauges.lost(before);
    }
    if (after != null) {
      gauges.gained(after);
    }
  }

  void loaded(boolean isLoaded) {
    gauges.loaded(isLoaded);
  }

  void close() {
    tell();
    gauges.close();
  }
}

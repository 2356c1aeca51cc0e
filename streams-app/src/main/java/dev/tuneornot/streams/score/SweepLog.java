package dev.tuneornot.streams.score;

import dev.tuneornot.streams.sweep.PendingChange;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a line when a task begins to work off changes, and one when none is left. */
final class SweepLog {
  private static final Logger LOG = LoggerFactory.getLogger(SweepLog.class);

  private final TaskId task;
  private long changes;
  private long visited;
  private long startedAtNanos;

  SweepLog(TaskId task) {
    this.task = task;
  }

  void noticed(PendingChange change) {
    if (changes == 0) {
      startedAtNanos = System.nanoTime();
      LOG.info("Task {} begins a sweep for {}", task, change.changeId());
    }
    changes++;
  }

  void visited() {
    visited++;
  }

  /** Nothing is pending any more. */
  void ended() {
    double seconds = (System.nanoTime() - startedAtNanos) / 1e9;
    LOG.info(
        "Task {} ends its sweep: {} changes, {} proposals re-scored in {} s ({} a second)",
        task,
        changes,
        visited,
        String.format("%.1f", seconds),
        Math.round(visited / Math.max(seconds, 1e-3)));
    changes = 0;
    visited = 0;
  }
}

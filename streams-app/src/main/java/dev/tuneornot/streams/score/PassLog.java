package dev.tuneornot.streams.score;

import dev.tuneornot.streams.pass.PassObserver;
import dev.tuneornot.streams.pass.PendingChange;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a line when a task begins to work off changes, and one when none is left. */
final class PassLog implements PassObserver {
  private static final Logger LOG = LoggerFactory.getLogger(PassLog.class);

  private final TaskId task;
  private int pending;
  private long changes;
  private long visited;
  private long startedAtNanos;

  PassLog(TaskId task) {
    this.task = task;
  }

  void visited() {
    visited++;
  }

  @Override
  public void resumed(PendingChange change) {
    noticed(change, null);
  }

  @Override
  public void noticed(PendingChange change, @Nullable PendingChange overtaken) {
    changes++;
    if (overtaken != null) {
      return;
    }
    if (pending == 0) {
      startedAtNanos = System.nanoTime();
      LOG.info("Task {} begins a pass for {}", task, change.changeId());
    }
    pending++;
  }

  @Override
  public void completed(PendingChange change) {
    pending--;
    if (pending == 0) {
      double seconds = (System.nanoTime() - startedAtNanos) / 1e9;
      LOG.info(
          "Task {} ends its pass: {} changes, {} proposals re-scored in {} s ({} a second)",
          task,
          changes,
          visited,
          String.format("%.1f", seconds),
          Math.round(visited / Math.max(seconds, 1e-3)));
      changes = 0;
      visited = 0;
    }
  }
}

package dev.tuneornot.streams.score;

import dev.tuneornot.streams.pass.PassObserver;
import dev.tuneornot.streams.pass.PendingChange;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the beginning and the end of each change's way through a task. */
final class PassLog implements PassObserver {
  private static final Logger LOG = LoggerFactory.getLogger(PassLog.class);

  private final TaskId task;

  PassLog(TaskId task) {
    this.task = task;
  }

  @Override
  public void noticed(PendingChange change, @Nullable PendingChange overtaken) {
    LOG.debug("Task {}: {} is pending", task, change.changeId());
  }

  @Override
  public void completed(PendingChange change) {
    LOG.debug("Task {}: {} is done", task, change.changeId());
  }
}

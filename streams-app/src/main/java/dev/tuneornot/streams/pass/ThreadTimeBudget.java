package dev.tuneornot.streams.pass;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.TaskId;

/**
 * A budget of time for each stream thread, shared by those of its tasks that have something to work
 * off. Whatever the number of tasks, the input gets the other half of the thread.
 */
public final class ThreadTimeBudget implements SliceBudget {
  /** A task that has had no slice for so many intervals has nothing to work off any more. */
  private static final int INTERVALS_TO_COUNT = 5;

  private final long budgetNanos;
  private final ThreadLocal<Map<TaskId, Long>> lastSlices = ThreadLocal.withInitial(HashMap::new);

  /**
   * @param budget time a thread spends on slices in one interval of {@link #interval}
   */
  public ThreadTimeBudget(Duration budget) {
    this.budgetNanos = budget.toNanos();
  }

  /** How often a slice is due for a given budget: twice as long, so that input keeps half. */
  public static Duration interval(Duration budget) {
    return budget.multipliedBy(2);
  }

  @Override
  public Slice begin(TaskId task) {
    long now = System.nanoTime();
    Map<TaskId, Long> sharing = lastSlices.get();
    sharing.put(task, now);
    sharing.values().removeIf(last -> now - last > INTERVALS_TO_COUNT * 2 * budgetNanos);
    long end = now + budgetNanos / sharing.size();
    return () -> System.nanoTime() - end < 0;
  }
}

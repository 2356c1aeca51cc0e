package dev.tuneornot.streams.pass;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.TaskId;

/**
 * A budget of time for each stream thread, shared by those of its tasks that have something to work
 * off. Whatever the number of tasks, the input gets the other half of the thread, and where there
 * is none, the slices are longer: a thread without input waits for it between any two of them.
 */
public final class ThreadTimeBudget implements SliceBudget {
  /** A task that has had no slice for so many intervals has nothing to work off any more. */
  private static final int INTERVALS_TO_COUNT = 5;

  private final long budgetNanos;
  private final long idleBudgetNanos;
  private final LongSupplier nanoClock;
  private final ThreadLocal<Sharing> sharing;

  /** What one thread has done lately. */
  private static final class Sharing {
    private final Map<TaskId, Long> lastSlices = new HashMap<>();
    private long lastInput;

    private Sharing(long now) {
      lastInput = now;
    }
  }

  /**
   * @param budget time a thread spends on slices in one interval of {@link #interval}
   * @param idleBudget likewise, where it has had no input for several intervals
   */
  public ThreadTimeBudget(Duration budget, Duration idleBudget) {
    this(budget, idleBudget, System::nanoTime);
  }

  ThreadTimeBudget(Duration budget, Duration idleBudget, LongSupplier nanoClock) {
    this.budgetNanos = budget.toNanos();
    this.idleBudgetNanos = idleBudget.toNanos();
    this.nanoClock = nanoClock;
    this.sharing = ThreadLocal.withInitial(() -> new Sharing(nanoClock.getAsLong()));
  }

  /** How often a slice is due for a given budget: twice as long, so that input keeps half. */
  public static Duration interval(Duration budget) {
    return budget.multipliedBy(2);
  }

  @Override
  public void inputTaken() {
    sharing.get().lastInput = nanoClock.getAsLong();
  }

  @Override
  public Slice begin(TaskId task) {
    long now = nanoClock.getAsLong();
    Sharing mine = sharing.get();
    boolean isIdle = now - mine.lastInput > INTERVALS_TO_COUNT * 2 * budgetNanos;
    long budget = isIdle ? idleBudgetNanos : budgetNanos;
    mine.lastSlices.put(task, now);
    mine.lastSlices.values().removeIf(last -> now - last > INTERVALS_TO_COUNT * 2 * budget);
    long end = now + budget / mine.lastSlices.size();
    return () -> nanoClock.getAsLong() - end < 0;
  }
}

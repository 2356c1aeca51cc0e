package dev.tuneornot.streams.sweep;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.TaskId;

/**
 * A budget of time for each stream thread, shared by those of its tasks that have something to work
 * off. Whatever the number of tasks, the input gets the other half of the thread, and where there
 * is none, the slices are longer: a thread without input waits for it between any two of them.
 *
 * <p>Any record makes the next slices short, also one of the sums that tasks send each other. Kafka
 * Streams does not poll before it has processed what it holds, and takes one record of each task
 * between any two punctuations that are due: with slices longer than their interval, forty sums
 * would keep new proposals waiting for forty slices (docs/decisions/0002-circular-sweep.md).
 */
public final class ThreadTimeBudget implements SliceBudget {
  /** A task that has had no slice for so many intervals has nothing to work off any more. */
  private static final int INTERVALS_TO_COUNT = 5;

  private final long budgetNanos;
  private final long recordsBudgetNanos;
  private final long idleBudgetNanos;
  private final LongSupplier nanoClock;
  private final ThreadLocal<Sharing> sharing;

  /** What one thread has done lately. */
  private static final class Sharing {
    private final Map<TaskId, Long> lastSlices = new HashMap<>();

    /** The tasks that have had their slice since the length of slices was last decided. */
    private final Set<TaskId> round = new HashSet<>();

    private long budget;
    private boolean hasTaken;
    private long lastProposal;

    private Sharing(long now) {
      lastProposal = now;
    }
  }

  /**
   * @param budget time a thread spends on slices in one interval of {@link #interval}
   * @param idleBudget likewise, where it has had no proposal for several intervals, and no record
   *     at all since its tasks' last slices; after other records it is one and a half {@code
   *     budget}
   */
  public ThreadTimeBudget(Duration budget, Duration idleBudget) {
    this(budget, idleBudget, System::nanoTime);
  }

  ThreadTimeBudget(Duration budget, Duration idleBudget, LongSupplier nanoClock) {
    this.budgetNanos = budget.toNanos();
    this.idleBudgetNanos = idleBudget.toNanos();
    // Less than the interval, so that a task takes more than one record between two slices; most of
    // it, as what tasks send each other in a re-score is taken in a fraction of the rest.
    this.recordsBudgetNanos = Math.min(budgetNanos * 3 / 2, idleBudgetNanos);
    this.nanoClock = nanoClock;
    this.sharing = ThreadLocal.withInitial(() -> new Sharing(nanoClock.getAsLong()));
  }

  /** How often a slice is due for a given budget: twice as long, so that input keeps half. */
  public static Duration interval(Duration budget) {
    return budget.multipliedBy(2);
  }

  @Override
  public void recordTaken() {
    sharing.get().hasTaken = true;
  }

  @Override
  public void proposalTaken() {
    Sharing mine = sharing.get();
    mine.hasTaken = true;
    mine.lastProposal = nanoClock.getAsLong();
  }

  @Override
  public Slice begin(TaskId task) {
    long now = nanoClock.getAsLong();
    Sharing mine = sharing.get();
    if (mine.hasTaken || mine.round.isEmpty() || mine.round.contains(task)) {
      boolean hasProposals = now - mine.lastProposal <= INTERVALS_TO_COUNT * 2 * budgetNanos;
      long withoutProposals = mine.hasTaken ? recordsBudgetNanos : idleBudgetNanos;
      mine.budget = hasProposals ? budgetNanos : withoutProposals;
      mine.hasTaken = false;
      mine.round.clear();
    }
    mine.round.add(task);
    long budget = mine.budget;
    mine.lastSlices.put(task, now);
    mine.lastSlices.values().removeIf(last -> now - last > INTERVALS_TO_COUNT * 2 * budget);
    long end = now + budget / mine.lastSlices.size();
    return () -> nanoClock.getAsLong() - end < 0;
  }
}

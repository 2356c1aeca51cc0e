package dev.tuneornot.streams.meters;

import dev.tuneornot.model.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** The state of one task: written by its thread, read by any. */
public final class TaskGauges implements AutoCloseable {
  /** {@link #oldestPendingSince} where nothing is pending. */
  public static final long NONE = Long.MAX_VALUE;

  private final Consumer<TaskGauges> onClose;
  private final Map<Verdict, LongAdder> proposals = new EnumMap<>(Verdict.class);
  private volatile int parked;
  private volatile int heldPrices;
  private volatile boolean isLoading;
  private volatile int pendingChanges;
  private volatile long rowsLeft;
  private volatile long oldestPendingSince = NONE;

  TaskGauges(Consumer<TaskGauges> onClose) {
    this.onClose = onClose;
    for (Verdict verdict : Verdict.values()) {
      proposals.put(verdict, new LongAdder());
    }
  }

  public void parked(int records) {
    parked = records;
  }

  /**
   * @param since when the oldest of them was noticed, milliseconds since the epoch, or {@link
   *     #NONE}
   */
  public void pending(int changes, long rows, long since) {
    pendingChanges = changes;
    rowsLeft = rows;
    oldestPendingSince = since;
  }

  /** Whether all that the task has stored is on the heap, too. */
  public void loaded(boolean isLoaded) {
    isLoading = !isLoaded;
  }

  boolean isLoading() {
    return isLoading;
  }

  public void gained(Verdict verdict) {
    of(verdict).increment();
  }

  public void lost(Verdict verdict) {
    of(verdict).decrement();
  }

  /** Prices that wait for a person. */
  public void heldPrices(int prices) {
    heldPrices = prices;
  }

  int heldPrices() {
    return heldPrices;
  }

  int parked() {
    return parked;
  }

  int pendingChanges() {
    return pendingChanges;
  }

  long rowsLeft() {
    return rowsLeft;
  }

  long oldestPendingSince() {
    return oldestPendingSince;
  }

  long proposals(Verdict verdict) {
    return of(verdict).sum();
  }

  private LongAdder of(Verdict verdict) {
    return Objects.requireNonNull(proposals.get(verdict));
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}

package dev.tuneornot.streams.meters;

import dev.tuneornot.model.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/**
 * The counts of this process since its start, and the state of the tasks that it has now.
 * Thread-safe.
 */
public final class AppMeters {
  private final LongAdder evaluations = new LongAdder();
  private final LongAdder rescores = new LongAdder();
  private final LongAdder emitted = new LongAdder();
  private final LongAdder slices = new LongAdder();
  private final LongAdder pricesHeld = new LongAdder();
  private final LongAdder pricesReleased = new LongAdder();
  private final LongAdder pricesRejected = new LongAdder();
  private final LongAdder sliceNanos = new LongAdder();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
  private final Set<TaskGauges> tasks = ConcurrentHashMap.newKeySet();

  public void evaluated(long rows) {
    evaluations.add(rows);
  }

  public void rescored(long rows) {
    rescores.add(rows);
  }

  public void emitted(long rows) {
    emitted.add(rows);
  }

  public void refused(String reason) {
    refused.computeIfAbsent(reason, unused -> new LongAdder()).increment();
  }

  public void slice(long nanos) {
    slices.increment();
    sliceNanos.add(nanos);
  }

  /** A price is held, in the place of another one or not. */
  public void priceHeld() {
    pricesHeld.increment();
  }

  /** A held price came into force by a person's word. */
  public void priceReleased() {
    pricesReleased.increment();
  }

  /** A person would not have it. */
  public void priceRejected() {
    pricesRejected.increment();
  }

  /** Gauges of a task, which count until they are closed. */
  public TaskGauges open() {
    TaskGauges gauges = new TaskGauges(tasks::remove);
    tasks.add(gauges);
    return gauges;
  }

  public long evaluations() {
    return evaluations.sum();
  }

  /** Evaluations that a change of prices, policies, rules or time made necessary. */
  public long rescores() {
    return rescores.sum();
  }

  public long recommendationsEmitted() {
    return emitted.sum();
  }

  public long slices() {
    return slices.sum();
  }

  public long sliceNanos() {
    return sliceNanos.sum();
  }

  public long refusals(String reason) {
    LongAdder count = refused.get(reason);
    return count == null ? 0 : count.sum();
  }

  public long pricesHeld() {
    return pricesHeld.sum();
  }

  public long pricesReleased() {
    return pricesReleased.sum();
  }

  public long pricesRejected() {
    return pricesRejected.sum();
  }

  /** Prices that wait for a person. */
  public long heldPrices() {
    return sum(TaskGauges::heldPrices);
  }

  /** Records that wait for their schema. */
  public long parked() {
    return sum(TaskGauges::parked);
  }

  /** Tasks that have not loaded all that they have stored. */
  public long loadingTasks() {
    return tasks.stream().filter(TaskGauges::isLoading).count();
  }

  /** Changes not worked off yet; one that several tasks have to work off counts for each. */
  public long pendingChanges() {
    return sum(TaskGauges::pendingChanges);
  }

  /** Dependants not visited yet, an upper bound. */
  public long rowsLeft() {
    return sum(TaskGauges::rowsLeft);
  }

  /**
   * How long the oldest pending change has been waiting, in milliseconds; 0 without any.
   *
   * @param now milliseconds since the epoch
   */
  public long oldestPendingAge(long now) {
    long oldest =
        tasks.stream().mapToLong(TaskGauges::oldestPendingSince).min().orElse(TaskGauges.NONE);
    return oldest == TaskGauges.NONE ? 0 : Math.max(0, now - oldest);
  }

  /** Proposals of this process's tasks that have this verdict. */
  public long proposals(Verdict verdict) {
    return sum(gauges -> gauges.proposals(verdict));
  }

  private long sum(ToLongFunction<TaskGauges> gauge) {
    return tasks.stream().mapToLong(gauge).sum();
  }
}

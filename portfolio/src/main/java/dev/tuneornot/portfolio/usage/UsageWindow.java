package dev.tuneornot.portfolio.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that is measured: as asked for, else from the beginning of the first row to the end of
 * the last one. Where rows are single calls that is widened to whole days in UTC: silence before
 * the first call was measured as well.
 */
public final class UsageWindow {

  private static final long DAY_MS = 86_400_000;

  private final @Nullable Long fromMs;
  private final @Nullable Long toMs;
  private long firstMs = Long.MAX_VALUE;
  private long lastMs = Long.MIN_VALUE;
  private boolean hasCalls;

  /**
   * @param from null: from the first row on
   * @param to null: to the end of the last row
   */
  public UsageWindow(@Nullable Instant from, @Nullable Instant to) {
    this.fromMs = from == null ? null : (Long) from.toEpochMilli();
    this.toMs = to == null ? null : (Long) to.toEpochMilli();
  }

  /** Whether a row is wholly in the time that was asked for. */
  boolean holds(UsageRow row) {
    return (fromMs == null || row.startMs() >= fromMs)
        && (toMs == null || row.endMs() < toMs || (row.endMs() == toMs && !row.isCall()));
  }

  void add(UsageRow row) {
    firstMs = Math.min(firstMs, row.startMs());
    lastMs = Math.max(lastMs, row.endMs());
    hasCalls |= row.isCall();
  }

  /** Whether there is any row, so that there is a start and an end. */
  public boolean isKnown() {
    return firstMs <= lastMs;
  }

  public Instant start() {
    return Instant.ofEpochMilli(fromMs != null ? fromMs : hasCalls ? dayOf(firstMs) : firstMs);
  }

  public Instant end() {
    return Instant.ofEpochMilli(toMs != null ? toMs : hasCalls ? dayOf(lastMs) + DAY_MS : lastMs);
  }

  /** Whether it follows from the rows alone. */
  public boolean isOfRows() {
    return fromMs == null && toMs == null;
  }

  /** Where the first row begins. */
  public Instant first() {
    return Instant.ofEpochMilli(firstMs);
  }

  /** Where the last row ends. */
  public Instant last() {
    return Instant.ofEpochMilli(lastMs);
  }

  /** By what the window is longer than what the rows cover; 1 where it is as long. */
  public double widening() {
    double length = end().toEpochMilli() - start().toEpochMilli();
    return length / Math.max(1, lastMs - firstMs);
  }

  private static long dayOf(long ms) {
    return Math.floorDiv(ms, DAY_MS) * DAY_MS;
  }
}

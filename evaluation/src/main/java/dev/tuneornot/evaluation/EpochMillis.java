package dev.tuneornot.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Instants as milliseconds since the epoch. Sums saturate, so that an absurd date cannot turn over
 * into its opposite.
 */
final class EpochMillis {
  static final long DAY = 86_400_000L;
  static final long MONTH = 2_629_800_000L;

  /** Stands for an instant that is not known or that does not come: later than all others. */
  static final long NEVER = Long.MAX_VALUE;

  private EpochMillis() {}

  static long orNever(@Nullable Instant instant) {
    return instant == null ? NEVER : instant.toEpochMilli();
  }

  /** {@link #NEVER} stays what it is. */
  static long plusDays(long instant, int days) {
    long sum = instant + days * DAY;
    return sum < instant ? NEVER : sum;
  }

  /** {@link #NEVER} stays what it is. */
  static long minusDays(long instant, int days) {
    if (instant == NEVER) {
      return NEVER;
    }
    long difference = instant - days * DAY;
    return difference > instant ? Long.MIN_VALUE : difference;
  }

  /** Milliseconds from one instant to a later one. */
  static long between(long from, long to) {
    long difference = to - from;
    return difference < 0 ? Long.MAX_VALUE : difference;
  }
}

package dev.tuneornot.streams.rollup;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends sums on a few times a second, while there are changed ones. All tasks do so at the same
 * instants, at multiples of the interval: each partition that a transaction writes to costs the
 * broker about as much as a hundred rows, so the sums of all tasks should go into the same few
 * transactions.
 */
public final class Flushes {
  /** In milliseconds. */
  static final long INTERVAL_MS = 400;

  private final ProcessingContext context;
  private final Runnable flush;
  private @Nullable Cancellable scheduled;

  public Flushes(ProcessingContext context, Runnable flush) {
    this.context = context;
    this.flush = flush;
  }

  /** Flushes once at the next of the instants, where {@code due} and not scheduled already. */
  public void schedule(boolean due) {
    if (due && scheduled == null) {
      scheduled =
          context.schedule(
              untilNext(context.currentSystemTimeMs()),
              PunctuationType.WALL_CLOCK_TIME,
              unused -> run());
    }
  }

  private static Duration untilNext(long now) {
    return Duration.ofMillis(INTERVAL_MS - Math.floorMod(now, INTERVAL_MS));
  }

  private void run() {
    cancel();
    flush.run();
  }

  /** Nothing is scheduled any more. */
  public void cancel() {
    if (scheduled != null) {
      scheduled.cancel();
      scheduled = null;
    }
  }
}

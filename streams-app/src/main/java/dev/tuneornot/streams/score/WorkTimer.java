package dev.tuneornot.streams.score;

import dev.tuneornot.streams.pages.Outcome;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs slices while there is something to do, and wakes the task when there is something to do
 * next. In between nothing is scheduled: under exactly-once every punctuation, also an idle one,
 * makes the task commit. Only wall-clock time is used; stream time follows the timestamps of
 * records.
 */
final class WorkTimer {
  /** Far wake-ups are set anew once a day. */
  private static final long LONGEST_SLEEP_MS = Duration.ofDays(1).toMillis();

  private static final long BUSY = Long.MIN_VALUE;

  private final ProcessingContext context;
  private final Duration sliceInterval;
  private final Runnable slice;
  private @Nullable Cancellable scheduled;
  private long scheduledFor = Outcome.FOREVER;

  WorkTimer(ProcessingContext context, Duration sliceInterval, Runnable slice) {
    this.context = context;
    this.sliceInterval = sliceInterval;
    this.slice = slice;
  }

  /**
   * @param next when there is something to do; {@link Outcome#FOREVER} where nothing is known
   */
  void schedule(boolean busy, long next, long now) {
    long wanted = busy ? BUSY : next;
    if (wanted == scheduledFor) {
      return;
    }
    cancel();
    scheduledFor = wanted;
    if (wanted == Outcome.FOREVER) {
      return;
    }
    Duration interval =
        busy ? sliceInterval : Duration.ofMillis(Math.min(next - now, LONGEST_SLEEP_MS));
    scheduled = context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, unused -> run());
  }

  private void run() {
    if (scheduledFor != BUSY) {
      cancel();
    }
    slice.run();
  }

  /** Nothing is scheduled any more. */
  void cancel() {
    if (scheduled != null) {
      scheduled.cancel();
      scheduled = null;
    }
    scheduledFor = Outcome.FOREVER;
  }
}

package dev.tuneornot.streams.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sees the wall clock being set back, by comparing it with a clock that nobody sets. Kafka's
 * clients time what they do by the wall clock: set back by ten minutes, they wait for ten minutes
 * longer than they should.
 */
final class ClockWatch {
  /** What Kafka's own timers put up with: a session lasts longer. Slewing takes far less a look. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final LongSupplier wallClock;
  private final LongSupplier nanoClock;
  private long difference;

  /**
   * @param wallClock milliseconds since the epoch
   * @param nanoClock nanoseconds since whenever
   */
  ClockWatch(LongSupplier wallClock, LongSupplier nanoClock) {
    this.wallClock = wallClock;
    this.nanoClock = nanoClock;
    this.difference = difference();
  }

  /** By how much it was set back since the last look; zero where it was not, or hardly. */
  Duration setBack() {
    long before = difference;
    difference = difference();
    Duration back = Duration.ofMillis(before - difference);
    return back.compareTo(LIMIT) > 0 ? back : Duration.ZERO;
  }

  private long difference() {
    return wallClock.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong());
  }
}

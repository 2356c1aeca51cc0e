package dev.tuneornot.cli.fetch;

import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UntilStopped;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Does the same again and again. After a failure it is done again soon, then less and less often,
 * and never less often than after a success.
 */
public final class Rounds {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 16;

  /** What is done in a round. */
  @FunctionalInterface
  public interface Round {
    void run() throws IOException;
  }

  /** Waits between two rounds. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  private final Duration every;
  private final Surroundings surroundings;
  private final Pause pause;

  public Rounds(Duration every, Surroundings surroundings) {
    this(every, surroundings, time -> Thread.sleep(time.toMillis()));
  }

  Rounds(Duration every, Surroundings surroundings, Pause pause) {
    this.every = every;
    this.surroundings = surroundings;
    this.pause = pause;
  }

  /** Runs until the process is stopped, and returns the exit code. */
  public int run(Round round) {
    return UntilStopped.run(() -> runUntilInterrupted(round));
  }

  private int runUntilInterrupted(Round round) {
    int failures = 0;
    while (!Thread.currentThread().isInterrupted()) {
      failures = succeeds(round, failures) ? 0 : failures + 1;
      try {
        pause.sleep(failures == 0 ? every : backoff(failures));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    return ExitCode.DONE;
  }

  private boolean succeeds(Round round, int failures) {
    try {
      round.run();
      return true;
    } catch (OperationFailure | IOException failure) {
      if (!Thread.currentThread().isInterrupted()) {
        say(
            "%s; next try in %d s"
                .formatted(failure.getMessage(), backoff(failures + 1).toSeconds()));
      }
      return false;
    }
  }

  private Duration backoff(int failures) {
    Duration first = FIRST_RETRY.compareTo(every) < 0 ? FIRST_RETRY : every;
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(every) < 0 ? wait : every;
  }

  private void say(String sentence) {
    surroundings.say(
        surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS) + " " + sentence);
  }
}

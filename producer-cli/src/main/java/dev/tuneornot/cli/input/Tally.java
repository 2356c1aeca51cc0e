package dev.tuneornot.cli.input;

import dev.tuneornot.cli.console.Surroundings;
import java.util.Locale;

/** Counts what was done and says it at the end, with the rate. */
public final class Tally {

  private static final int FEW = 1000;

  private final String things;
  private final String deed;
  private final Surroundings surroundings;
  private final long startedAtNanos = System.nanoTime();
  private long count;

  private Tally(String things, String deed, Surroundings surroundings) {
    this.things = things;
    this.deed = deed;
    this.surroundings = surroundings;
  }

  /**
   * Starts now.
   *
   * @param things in the plural, such as "proposals"
   * @param deed such as "evaluated"
   */
  public static Tally start(String things, String deed, Surroundings surroundings) {
    return new Tally(things, deed, surroundings);
  }

  public void done() {
    done(1);
  }

  public void done(long more) {
    count += more;
  }

  /** Such as {@code 1,000 proposals evaluated in 0.3 s (3,333 a second), 2 refused}. */
  public void say(Refusals refusals) {
    double seconds = (System.nanoTime() - startedAtNanos) / 1e9;
    String time = String.format(Locale.ROOT, " in %.1f s", seconds);
    // A rate of a few records would be that of the start.
    String rate =
        count < FEW ? "" : String.format(Locale.ROOT, " (%,.0f a second)", count / seconds);
    surroundings.say(counts() + time + rate + refused(refusals));
  }

  /** Such as {@code 1,000 proposals valid, 2 refused}. */
  public void sayCounts(Refusals refusals) {
    surroundings.say(counts() + refused(refusals));
  }

  private String counts() {
    return String.format(Locale.ROOT, "%,d %s %s", count, things, deed);
  }

  private static String refused(Refusals refusals) {
    return refusals.count() == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d refused", refusals.count());
  }
}

package dev.tuneornot.cli.input;

import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;

/** Names each refused record on standard error, and remembers how many there were. Thread-safe. */
public final class Refusals {

  private final Surroundings surroundings;
  private long count;

  public Refusals(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A line for each violation: file, line, id, field, value and bound. */
  public synchronized void report(InputFile file, Entry.Refused<?> refused) {
    count++;
    String id = refused.id() == null ? "" : refused.id() + ": ";
    for (Violation violation : refused.violations()) {
      surroundings.say(file.displayName() + ":" + refused.line() + ": " + id + violation);
    }
  }

  /** A record that was refused elsewhere, such as by the streams app. */
  public synchronized void report(String sentence) {
    count++;
    surroundings.say(sentence);
  }

  /** Records that were refused and are named together or not at all. */
  public synchronized void add(long refused) {
    count += refused;
  }

  /** Number of refused records. */
  public synchronized long count() {
    return count;
  }

  /** {@link ExitCode#REFUSED} where there was one. */
  public synchronized int exitCode() {
    return count == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }
}

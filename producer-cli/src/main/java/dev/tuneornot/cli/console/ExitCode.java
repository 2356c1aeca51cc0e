package dev.tuneornot.cli.console;

/** The exit codes of every command. */
public final class ExitCode {

  /** All was done. */
  public static final int DONE = 0;

  /** Something outside stood in the way: a broker, a registry, a disk. */
  public static final int FAILED = 1;

  /** Wrong usage: nothing was done. */
  public static final int USAGE = 2;

  /** Some records were refused, each named on standard error; the others are done. */
  public static final int REFUSED = 3;

  private ExitCode() {}
}

package dev.tuneornot.cli.console;

/**
 * Something is missing or cannot be combined that only shows when the command runs; ends it with
 * {@link ExitCode#USAGE}.
 */
public final class UsageFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageFailure(String message) {
    super(message);
  }
}

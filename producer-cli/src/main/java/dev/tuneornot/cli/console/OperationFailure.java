package dev.tuneornot.cli.console;

import org.jspecify.annotations.Nullable;

/**
 * Something outside stood in the way, told in a sentence for the person at the shell; ends the
 * command with {@link ExitCode#FAILED}.
 */
public final class OperationFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OperationFailure(String message) {
    this(message, null);
  }

  public OperationFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

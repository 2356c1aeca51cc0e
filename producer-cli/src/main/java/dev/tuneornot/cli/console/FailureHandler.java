package dev.tuneornot.cli.console;

import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what went wrong; stack traces only for those who ask for them. */
public final class FailureHandler
    implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Surroundings surroundings;
  private final BooleanSupplier verbose;

  public FailureHandler(Surroundings surroundings, BooleanSupplier verbose) {
    this.surroundings = surroundings;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine commandLine = failure.getCommandLine();
    complain(failure.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(failure, surroundings.err())) {
      surroundings.say(
          "Try '" + commandLine.getCommandSpec().qualifiedName() + " --help' for more.");
    }
    traceIfVerbose(failure);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, @Nullable ParseResult parsed) {
    // Whoever read our output has had enough, as `head` does: nothing to complain about.
    if (!isBrokenPipe(failure)) {
      complain(sentence(failure));
    }
    traceIfVerbose(failure);
    return failure instanceof UsageFailure ? ExitCode.USAGE : ExitCode.FAILED;
  }

  private void complain(String message) {
    surroundings.say(surroundings.errColours().string("@|bold,red error:|@ ") + message);
  }

  private void traceIfVerbose(Exception failure) {
    if (verbose.getAsBoolean()) {
      failure.printStackTrace(surroundings.err());
    }
  }

  private static String sentence(Exception failure) {
    if (failure instanceof OperationFailure || failure instanceof UsageFailure) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof IOException) {
      return "the output cannot be written: " + failure.getMessage();
    }
    return failure + " (unexpected; --verbose shows where)";
  }

  private static boolean isBrokenPipe(Exception failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof IOException
          && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}

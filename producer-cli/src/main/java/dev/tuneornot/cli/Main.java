package dev.tuneornot.cli;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.SystemTerminal;
import dev.tuneornot.cli.console.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The command line as a process, and as a method for programs that have it on their class path. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Logging.configure(List.of(arguments).contains("--verbose"));
    Map<String, String> environment = System.getenv();
    // Not System.out: it hides what goes wrong, and its encoding is the platform's.
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            out, err, System.in, environment, new SystemTerminal(environment), Clock.systemUTC());
    System.exit(run(surroundings, arguments));
  }

  /**
   * Runs a command in this process, as if its output went into pipes. Neither stream is closed.
   *
   * @return the exit code
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    Surroundings surroundings =
        new Surroundings(out, err, System.in, System.getenv(), Terminal.NONE, Clock.systemUTC());
    return run(surroundings, arguments);
  }

  /** Runs a command in surroundings of the caller's own. */
  public static int run(Surroundings surroundings, String... arguments) {
    return Commands.assemble(surroundings, arguments.length == 0 ? "" : arguments[0])
        .execute(arguments);
  }
}

package dev.tuneornot.cli.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program finds around it. Tests give their own.
 *
 * @param out takes data and nothing else
 * @param err takes everything else
 */
public record Surroundings(
    OutputStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Terminal terminal,
    Clock clock) {

  private static final String CLEAR_LINE = "\r\u001b[K";

  /** Colours for standard output: on a terminal, unless NO_COLOR is set (no-color.org). */
  public Ansi outColours() {
    return coloursWanted() && terminal.outIsTerminal() ? Ansi.ON : Ansi.OFF;
  }

  /** Colours for standard error, likewise. */
  public Ansi errColours() {
    return coloursWanted() && terminal.errIsTerminal() ? Ansi.ON : Ansi.OFF;
  }

  /** A line on standard error, instead of a progress bar that may stand there. */
  public void say(String line) {
    if (!isDumb() && terminal.errIsTerminal()) {
      err.print(CLEAR_LINE);
    }
    err.println(line);
  }

  private boolean coloursWanted() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }
}

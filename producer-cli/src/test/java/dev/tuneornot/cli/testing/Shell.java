package dev.tuneornot.cli.testing;

import dev.tuneornot.cli.Main;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A shell that keeps what a command writes. Its clock stands at {@link #NOW}. */
public record Shell(String input, Map<String, String> environment, Terminal terminal) {

  public static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  /** What a command left behind. */
  public record Result(int exitCode, String out, String err) {

    public List<String> outLines() {
      return out.lines().toList();
    }
  }

  /** Nothing on standard input, nothing in the environment, no terminal. */
  public static Shell plain() {
    return new Shell("", Map.of(), Terminal.NONE);
  }

  public Shell withInput(String text) {
    return new Shell(text, environment, terminal);
  }

  public Shell withEnvironment(Map<String, String> variables) {
    return new Shell(input, variables, terminal);
  }

  /** Standard output on a terminal of so many columns. */
  public Shell onTerminal(int columns) {
    return new Shell(
        input,
        environment,
        new Terminal() {
          @Override
          public boolean outIsTerminal() {
            return true;
          }

          @Override
          public boolean errIsTerminal() {
            return false;
          }

          @Override
          public int columns() {
            return columns;
          }
        });
  }

  public Result run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode =
        Main.run(
            surroundings(
                out, err, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))),
            words);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Surroundings whose output nobody reads. */
  public Surroundings surroundings() {
    return surroundings(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }

  /** Likewise, with bytes of any kind on standard input. */
  public Surroundings surroundings(InputStream in) {
    return surroundings(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), in);
  }

  private Surroundings surroundings(OutputStream out, OutputStream err, InputStream in) {
    return new Surroundings(
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        in,
        environment,
        terminal,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}

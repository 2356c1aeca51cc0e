package dev.tuneornot.standalone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.cli.Main;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Runs commands of the command line against a stack. */
public final class CommandLine {
  private final List<String> connection;

  /** What a command came to. */
  public record Result(int exitCode, String out, String err) {}

  public CommandLine(EmbeddedStack stack) {
    this(stack.bootstrapServers(), stack.registryUrl());
  }

  public CommandLine(String bootstrapServers, String registryUrl) {
    connection = List.of("--bootstrap-server", bootstrapServers, "--schema-registry", registryUrl);
  }

  public Result run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(connection);
    return offline(arguments.toArray(String[]::new));
  }

  /** Runs a command that connects to nothing. */
  public static Result offline(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), command);
    return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}

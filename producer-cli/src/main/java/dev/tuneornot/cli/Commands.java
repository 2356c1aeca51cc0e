package dev.tuneornot.cli;

import dev.tuneornot.cli.console.FailureHandler;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.evaluate.EvaluateCommand;
import dev.tuneornot.cli.generate.GenerateCommand;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** Puts the commands together. */
final class Commands {

  private Commands() {}

  static CommandLine assemble(Surroundings surroundings) {
    TrustedClasses.install();
    RootCommand root = new RootCommand();
    FailureHandler failures = new FailureHandler(surroundings, root::verbose);
    return new CommandLine(root)
        .addSubcommand(new EvaluateCommand(surroundings))
        .addSubcommand(new GenerateCommand(surroundings))
        .addSubcommand(new GenerateCompletion())
        .setOut(printer(surroundings.out()))
        .setErr(printer(surroundings.err()))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static PrintWriter printer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }
}

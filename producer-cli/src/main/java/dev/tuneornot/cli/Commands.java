package dev.tuneornot.cli;

import dev.tuneornot.cli.console.CommandGroup;
import dev.tuneornot.cli.console.FailureHandler;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.evaluate.EvaluateCommand;
import dev.tuneornot.cli.generate.GenerateCommand;
import dev.tuneornot.cli.recommendations.ExportCommand;
import dev.tuneornot.cli.recommendations.TailCommand;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.cli.records.SendCommand;
import dev.tuneornot.cli.records.SendProposalsCommand;
import dev.tuneornot.cli.records.ValidateCommand;
import dev.tuneornot.cli.topics.CheckTopicsCommand;
import dev.tuneornot.cli.topics.CreateTopicsCommand;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
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
        .addSubcommand("proposals", proposals(surroundings))
        .addSubcommand("pricing", reference(Kind.PRICES, surroundings))
        .addSubcommand("policy", reference(Kind.POLICIES, surroundings))
        .addSubcommand("recommendations", recommendations(surroundings))
        .addSubcommand("topics", topics(surroundings))
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

  private static CommandLine proposals(Surroundings surroundings) {
    return group("Check and send proposals.")
        .addSubcommand(new ValidateCommand<>(Kind.PROPOSALS, surroundings))
        .addSubcommand(new SendProposalsCommand(surroundings));
  }

  private static <T extends SpecificRecord> CommandLine reference(
      Kind<T> kind, Surroundings surroundings) {
    return group("Check and send " + kind.plural() + ".")
        .addSubcommand(new ValidateCommand<>(kind, surroundings))
        .addSubcommand(new SendCommand<>(kind, surroundings));
  }

  private static CommandLine recommendations(Surroundings surroundings) {
    return group("Follow and export recommendations.")
        .addSubcommand(new TailCommand(surroundings))
        .addSubcommand(new ExportCommand(surroundings));
  }

  private static CommandLine topics(Surroundings surroundings) {
    return group("Create and check the topics.")
        .addSubcommand(new CreateTopicsCommand(surroundings))
        .addSubcommand(new CheckTopicsCommand(surroundings));
  }

  private static CommandLine group(String description) {
    CommandLine group = new CommandLine(new CommandGroup());
    group.getCommandSpec().usageMessage().description(description);
    return group;
  }

  private static PrintWriter printer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }
}

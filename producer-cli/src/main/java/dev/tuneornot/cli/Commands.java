package dev.tuneornot.cli;

import dev.tuneornot.cli.console.CommandGroup;
import dev.tuneornot.cli.console.FailureHandler;
import dev.tuneornot.cli.console.NumberConverters;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.WholeWords;
import dev.tuneornot.cli.deadletters.ReplayCommand;
import dev.tuneornot.cli.deadletters.TailDeadLettersCommand;
import dev.tuneornot.cli.evaluate.EvaluateCommand;
import dev.tuneornot.cli.generate.GenerateCommand;
import dev.tuneornot.cli.impacts.ListImpactsCommand;
import dev.tuneornot.cli.output.OutputFormat;
import dev.tuneornot.cli.output.PolicyLayout;
import dev.tuneornot.cli.output.PricingLayout;
import dev.tuneornot.cli.output.ProposalLayout;
import dev.tuneornot.cli.output.UsageLayout;
import dev.tuneornot.cli.portfolio.RankCommand;
import dev.tuneornot.cli.portfolio.SummaryCommand;
import dev.tuneornot.cli.pricing.AcceptReviewsCommand;
import dev.tuneornot.cli.pricing.ImportCommand;
import dev.tuneornot.cli.pricing.ListPricesCommand;
import dev.tuneornot.cli.pricing.ListReviewsCommand;
import dev.tuneornot.cli.pricing.RejectReviewsCommand;
import dev.tuneornot.cli.pricing.SendPricesCommand;
import dev.tuneornot.cli.pricing.ValidatePricesCommand;
import dev.tuneornot.cli.proposals.DeleteProposalsCommand;
import dev.tuneornot.cli.proposals.ImportProposalsCommand;
import dev.tuneornot.cli.proposals.SendProposalsCommand;
import dev.tuneornot.cli.proposals.TemplateCommand;
import dev.tuneornot.cli.proposals.ValidateProposalsCommand;
import dev.tuneornot.cli.recommendations.ExplainCommand;
import dev.tuneornot.cli.recommendations.ExportCommand;
import dev.tuneornot.cli.recommendations.HistoryCommand;
import dev.tuneornot.cli.recommendations.TailCommand;
import dev.tuneornot.cli.records.DeleteCommand;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.cli.records.ListCommand;
import dev.tuneornot.cli.records.SendCommand;
import dev.tuneornot.cli.records.ValidateCommand;
import dev.tuneornot.cli.rescore.RescoreCommand;
import dev.tuneornot.cli.schemas.CheckSchemasCommand;
import dev.tuneornot.cli.schemas.RegisterSchemasCommand;
import dev.tuneornot.cli.topics.CheckTopicsCommand;
import dev.tuneornot.cli.topics.CreateTopicsCommand;
import dev.tuneornot.cli.usage.ImportUsageCommand;
import dev.tuneornot.cli.whatif.WhatIfCommand;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Puts the commands together. */
final class Commands {

  private static final Set<String> VERSION = Set.of("--version", "-V");

  private Commands() {}

  /** All of them. */
  static CommandLine assemble(Surroundings surroundings) {
    return assemble(surroundings, "");
  }

  /**
   * Those that the first word may ask for: to read the annotations of all of them takes longer than
   * most of what they do.
   *
   * @param first if it is the name of a command, there are no others
   */
  static CommandLine assemble(Surroundings surroundings, String first) {
    RootCommand root = new RootCommand();
    FailureHandler failures = new FailureHandler(surroundings, root::verbose);
    CommandLine commandLine = new CommandLine(root);
    Map<String, Supplier<Object>> commands = commands(surroundings);
    if (commands.containsKey(first)) {
      commandLine.addSubcommand(first, commands.get(first).get());
    } else if (!VERSION.contains(first)) {
      commands.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
      commandLine.addSubcommand(new GenerateCompletion());
    }
    return NumberConverters.register(commandLine)
        .setOut(printer(surroundings.out()))
        .setErr(printer(surroundings.err()))
        .setExecutionStrategy(Commands::execute)
        .setHelpFactory(WholeWords::new)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** In the order in which help lists them. */
  private static Map<String, Supplier<Object>> commands(Surroundings surroundings) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("evaluate", () -> new EvaluateCommand(surroundings));
    commands.put("proposals", () -> proposals(surroundings));
    commands.put("usage", () -> usage(surroundings));
    commands.put("pricing", () -> pricing(surroundings));
    commands.put("policy", () -> policy(surroundings));
    commands.put("recommendations", () -> recommendations(surroundings));
    commands.put("portfolio", () -> portfolio(surroundings));
    commands.put("impacts", () -> impacts(surroundings));
    commands.put("what-if", () -> new WhatIfCommand(surroundings));
    commands.put("rescore", () -> new RescoreCommand(surroundings));
    commands.put("dead-letters", () -> deadLetters(surroundings));
    commands.put("topics", () -> topics(surroundings));
    commands.put("schemas", () -> schemas(surroundings));
    commands.put("generate", () -> new GenerateCommand(surroundings));
    return commands;
  }

  /** Avro is for commands that do something: help comes sooner without it. */
  private static int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    TrustedClasses.install();
    return new RunLast().execute(parsed);
  }

  private static CommandLine proposals(Surroundings surroundings) {
    return group("Import, check, send, list, export and delete proposals.")
        .addSubcommand(new ImportProposalsCommand(surroundings))
        .addSubcommand(new TemplateCommand(surroundings))
        .addSubcommand(new ValidateProposalsCommand(surroundings))
        .addSubcommand(new SendProposalsCommand(surroundings))
        .addSubcommand(new ListCommand<>(Kind.PROPOSALS, ProposalLayout.create(), surroundings))
        .addSubcommand("export", exportOfProposals(surroundings))
        .addSubcommand(new DeleteProposalsCommand(surroundings));
  }

  /** The same as a list, as a file that {@code send} takes. */
  private static CommandLine exportOfProposals(Surroundings surroundings) {
    CommandLine export =
        new CommandLine(
            new ListCommand<>(
                Kind.PROPOSALS, ProposalLayout.create(), OutputFormat.JSONL, surroundings));
    export.setCommandName("export");
    export
        .getCommandSpec()
        .usageMessage()
        .description(
            "Write the proposals that are in the topic now, in the order of their ids, as a file"
                + " that `proposals send` takes.",
            "As JSON Lines, unless --output says otherwise.");
    return export;
  }

  private static CommandLine usage(Surroundings surroundings) {
    return group("Check, send, list, delete and import measured usage of proposals.")
        .addSubcommand(new ValidateCommand<>(Kind.USAGE, surroundings))
        .addSubcommand(new SendCommand<>(Kind.USAGE, surroundings))
        .addSubcommand(new ListCommand<>(Kind.USAGE, UsageLayout.create(), surroundings))
        .addSubcommand(new DeleteCommand<>(Kind.USAGE, surroundings))
        .addSubcommand(new ImportUsageCommand(surroundings));
  }

  private static CommandLine pricing(Surroundings surroundings) {
    return group(
            "Check, send, list, export, delete and import prices, and look at those that are held.")
        .addSubcommand(new ValidatePricesCommand(surroundings))
        .addSubcommand(new SendPricesCommand(surroundings))
        .addSubcommand(new ListPricesCommand(surroundings))
        .addSubcommand("export", exportOfPrices(surroundings))
        .addSubcommand(new DeleteCommand<>(Kind.PRICES, surroundings))
        .addSubcommand(new ImportCommand(surroundings))
        .addSubcommand("review", reviews(surroundings));
  }

  private static CommandLine reviews(Surroundings surroundings) {
    return group("Look at prices that are held for review, and accept or reject them.")
        .addSubcommand(new ListReviewsCommand(surroundings))
        .addSubcommand(new AcceptReviewsCommand(surroundings))
        .addSubcommand(new RejectReviewsCommand(surroundings));
  }

  /** The records alone, as a file that {@code send} takes. */
  private static CommandLine exportOfPrices(Surroundings surroundings) {
    CommandLine export =
        new CommandLine(
            new ListCommand<>(
                Kind.PRICES,
                PricingLayout.create(surroundings.clock()),
                OutputFormat.JSONL,
                surroundings));
    export.setCommandName("export");
    export
        .getCommandSpec()
        .usageMessage()
        .description(
            "Write the prices in the order of the models, as a file that `pricing send` takes.",
            "As JSON Lines, unless --output says otherwise.");
    return export;
  }

  private static CommandLine policy(Surroundings surroundings) {
    return group("Check, send, list and delete policies.")
        .addSubcommand(new ValidateCommand<>(Kind.POLICIES, surroundings))
        .addSubcommand(new SendCommand<>(Kind.POLICIES, surroundings))
        .addSubcommand(new ListCommand<>(Kind.POLICIES, PolicyLayout.create(), surroundings))
        .addSubcommand(new DeleteCommand<>(Kind.POLICIES, surroundings));
  }

  private static CommandLine recommendations(Surroundings surroundings) {
    return group("Follow, export and explain recommendations, and tell how they changed.")
        .addSubcommand(new TailCommand(surroundings))
        .addSubcommand(new ExportCommand(surroundings))
        .addSubcommand(new ExplainCommand(surroundings))
        .addSubcommand(new HistoryCommand(surroundings));
  }

  private static CommandLine portfolio(Surroundings surroundings) {
    return group("Look at portfolios as a whole.")
        .addSubcommand(new SummaryCommand(surroundings))
        .addSubcommand(new RankCommand(surroundings));
  }

  private static CommandLine impacts(Surroundings surroundings) {
    return group("Look at what changes did to the portfolio.")
        .addSubcommand(new ListImpactsCommand(surroundings));
  }

  private static CommandLine deadLetters(Surroundings surroundings) {
    return group("Follow dead letters, and send them again.")
        .addSubcommand(new TailDeadLettersCommand(surroundings))
        .addSubcommand(new ReplayCommand(surroundings));
  }

  private static CommandLine schemas(Surroundings surroundings) {
    return group("Register and check the schemas.")
        .addSubcommand(new RegisterSchemasCommand(surroundings))
        .addSubcommand(new CheckSchemasCommand(surroundings));
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

package dev.tuneornot.cli.generate;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.output.OutputFormat;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.PricingLayout;
import dev.tuneornot.cli.output.ProposalLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.output.UsageLayout;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes up proposals, and the prices of the models that they name. */
@Command(
    name = "generate",
    description = {
      "Make up a portfolio to try things on, the prices of its models, or what was measured of it.",
      "The same seed, models and as-of give the same records; a smaller number gives the first of"
          + " them. Models and prices are invented."
    },
    footer = {
      "",
      "Example:",
      "  tune-or-not generate --proposals 1000 > proposals.jsonl",
      "  tune-or-not generate --prices > pricing.jsonl",
      "  tune-or-not generate --usage 1000 > usage.jsonl",
      "  tune-or-not evaluate --proposals proposals.jsonl --pricing pricing.jsonl --usage usage.jsonl"
    })
public final class GenerateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec command;

  @ArgGroup(multiplicity = "1")
  private @Nullable What what;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "48",
      description = "Number of models that there are (default: ${DEFAULT-VALUE}).")
  private int models;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed, another portfolio (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      defaultValue = "2026-11-22T00:00:00Z",
      description = "The day about which prices change (default: ${DEFAULT-VALUE}).")
  private @Nullable Instant asOf;

  @Mixin private OutputOptions output = new OutputOptions();

  public GenerateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** One of them. */
  private static final class What {
    @Option(names = "--proposals", paramLabel = "N", description = "Number of proposals.")
    private long proposals;

    @Option(
        names = "--usage",
        paramLabel = "N",
        description = "Measured usage instead, of some of the first N proposals.")
    private @Nullable Long usage;

    @Option(names = "--prices", description = "The prices of all models instead.")
    private boolean prices;
  }

  @Override
  public Integer call() throws IOException {
    What chosen = Objects.requireNonNull(what);
    if (models < 1 || models > 100_000) {
      throw usage("--models = " + models + ": must be 1..100000");
    }
    check("--proposals", chosen.proposals);
    check("--usage", chosen.usage == null ? 0 : chosen.usage);
    SyntheticCatalogue catalogue =
        new SyntheticCatalogue(seed, models, Objects.requireNonNull(asOf));
    if (chosen.prices) {
      writePrices(catalogue);
    } else if (chosen.usage != null) {
      writeUsage(new SyntheticPortfolio(seed, catalogue), chosen.usage);
    } else {
      writeProposals(new SyntheticPortfolio(seed, catalogue), chosen.proposals);
    }
    return 0;
  }

  private void check(String option, long number) {
    if (number < 0 || number > 1_000_000_000) {
      throw usage(option + " = " + number + ": must be 0..1000000000");
    }
  }

  private void writeUsage(SyntheticPortfolio portfolio, long wanted) throws IOException {
    try (RowWriter<Usage> rows =
        output.open(surroundings, UsageLayout.create(), OutputFormat.JSONL)) {
      for (long i = 0; i < wanted; i++) {
        Optional<Usage> usage = portfolio.usage(i);
        if (usage.isPresent()) {
          rows.write(usage.get());
        }
      }
    }
  }

  private void writePrices(SyntheticCatalogue catalogue) throws IOException {
    try (RowWriter<ModelPricing> rows =
        output.open(surroundings, PricingLayout.create(surroundings.clock()), OutputFormat.JSONL)) {
      for (int i = 0; i < catalogue.size(); i++) {
        rows.write(catalogue.pricing(i));
      }
    }
  }

  private void writeProposals(SyntheticPortfolio portfolio, long wanted) throws IOException {
    try (RowWriter<Proposal> rows =
        output.open(surroundings, ProposalLayout.create(), OutputFormat.JSONL)) {
      for (long i = 0; i < wanted; i++) {
        rows.write(portfolio.proposal(i));
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}

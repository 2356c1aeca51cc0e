package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.portfolio.whatif.Comparison;
import dev.tuneornot.schemas.RecordType;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates the portfolio as it is and as it would be. Writes nothing to Kafka. */
@Command(
    name = "what-if",
    description = {
      "Show what other prices or policies would do to the portfolio: by portfolio and in total the"
          + " verdicts that change and the savings over the GO ones, then each proposal that flips,"
          + " the largest change first, with the figure that crossed a bound.",
      "Reads what is committed in proposals, pricing and policies, and writes nothing there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not what-if --pricing announced.jsonl",
      "  tune-or-not what-if --policy stricter.json --output jsonl",
      "  tune-or-not what-if --proposals p.csv --current-pricing now.jsonl --pricing then.jsonl"
    })
public final class WhatIfCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable OtherFiles others;

  @ArgGroup(exclusive = false)
  private @Nullable CurrentFiles current;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The instant of both evaluations; default: now.")
  private @Nullable Instant asOf;

  @Option(
      names = "--max-flips",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Show so many of the proposals that flip (default: ${DEFAULT-VALUE}).")
  private int maxFlips;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public WhatIfCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    OtherFiles given = Objects.requireNonNull(others);
    check(given);
    Refusals refusals = new Refusals(surroundings);
    Map<String, ModelPricing> prices =
        PortfolioInFiles.read(
            RecordType.MODEL_PRICING, given.pricing(), input, surroundings, refusals);
    Map<String, Policy> policies =
        PortfolioInFiles.read(RecordType.POLICY, given.policy(), input, surroundings, refusals);
    Tally tally = Tally.start("proposals", "evaluated before and after", surroundings);
    Portfolio portfolio = portfolio(refusals);
    ReferenceData before = portfolio.reference();
    ReferenceData after =
        new ReferenceData(overlaid(before.prices(), prices), overlaid(before.policies(), policies));
    Instant at =
        asOf == null ? surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS) : asOf;
    Comparison comparison = new Comparison(before, after, at, maxFlips);
    portfolio.forEach(
        proposal -> {
          comparison.add(proposal);
          tally.done();
        });
    new Answer(surroundings, output).write(comparison);
    tally.say(refusals);
    return refusals.exitCode();
  }

  private void check(OtherFiles given) {
    if (maxFlips < 0) {
      throw new UsageFailure("--max-flips must be 0 or more, and is " + maxFlips);
    }
    Stream<@Nullable InputFile> files =
        current == null
            ? Stream.of(given.pricing(), given.policy())
            : Stream.of(
                given.pricing(),
                given.policy(),
                current.proposals(),
                current.pricing(),
                current.policy());
    if (files.filter(Objects::nonNull).filter(InputFile::isStandardInput).count() > 1) {
      throw new UsageFailure("Standard input (-) can be read once only");
    }
  }

  private Portfolio portfolio(Refusals refusals) {
    return current == null
        ? new LivePortfolio(new Clients(connection.settings(surroundings.environment())), refusals)
        : new PortfolioInFiles(current, input, surroundings, refusals);
  }

  private static <T> Map<String, T> overlaid(Map<String, T> below, Map<String, T> above) {
    Map<String, T> all = new HashMap<>(below);
    all.putAll(above);
    return all;
  }
}

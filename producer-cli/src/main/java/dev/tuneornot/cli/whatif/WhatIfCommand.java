package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.evaluate.ReferenceFiles;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.portfolio.LivePortfolio;
import dev.tuneornot.cli.portfolio.Portfolio;
import dev.tuneornot.cli.portfolio.PortfolioInFiles;
import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.portfolio.whatif.Comparison;
import dev.tuneornot.portfolio.whatif.Withdrawal;
import dev.tuneornot.schemas.RecordType;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates the portfolio as it is and as it would be. Writes nothing to Kafka. */
@Command(
    name = "what-if",
    description = {
      "Show what other prices, policies or usage, or a model less, would do to the portfolio: by"
          + " portfolio and in total the verdicts that change and the savings over the GO ones, then"
          + " each proposal that flips, the largest change first, with the figure that crossed a"
          + " bound.",
      "Reads what is committed in proposals, usage, pricing and policies, and writes nothing there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not what-if --pricing announced.jsonl",
      "  tune-or-not what-if --policy stricter.json --output jsonl",
      "  tune-or-not what-if --usage november.jsonl",
      "  tune-or-not what-if --without openai/gpt-4o-2024-08-06",
      "  tune-or-not what-if --proposals p.csv --current-pricing now.jsonl --pricing then.jsonl"
    })
public final class WhatIfCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable Others others;

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
    Others given = Objects.requireNonNull(others);
    check(given);
    Refusals refusals = new Refusals(surroundings);
    ReferenceData tried =
        new ReferenceData(
            read(RecordType.MODEL_PRICING, given.pricing(), refusals),
            read(RecordType.POLICY, given.policy(), refusals),
            read(RecordType.USAGE, given.usage(), refusals));
    Tally tally = Tally.start("proposals", "evaluated before and after", surroundings);
    Portfolio portfolio = portfolio(refusals);
    Instant at =
        asOf == null ? surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS) : asOf;
    Comparison comparison =
        new Comparison(
            portfolio.reference(),
            after(portfolio.reference(), tried, given.without(), at),
            at,
            maxFlips);
    Set<String> unnamed = new LinkedHashSet<>(given.without());
    portfolio.forEach(
        proposal -> {
          comparison.add(proposal);
          tally.done();
          if (!unnamed.isEmpty()) {
            unnamed.removeAll(Dependencies.models(proposal));
          }
        });
    new Answer(surroundings, output).write(comparison);
    unnamed.forEach(model -> surroundings.say("No proposal names " + model));
    tally.say(refusals);
    return refusals.exitCode();
  }

  private void check(Others given) {
    if (maxFlips < 0) {
      throw new UsageFailure("--max-flips must be 0 or more, and is " + maxFlips);
    }
    for (String model : given.without()) {
      if (model.indexOf('/') < 1) {
        throw new UsageFailure("--without must be provider/model, and is " + model);
      }
    }
    Stream<@Nullable InputFile> tried = Stream.of(given.pricing(), given.policy(), given.usage());
    Stream<@Nullable InputFile> present =
        current == null
            ? Stream.of()
            : Stream.of(current.proposals(), current.pricing(), current.policy(), current.usage());
    if (Stream.concat(tried, present)
            .filter(Objects::nonNull)
            .filter(InputFile::isStandardInput)
            .count()
        > 1) {
      throw new UsageFailure("Standard input (-) can be read once only");
    }
  }

  private Portfolio portfolio(Refusals refusals) {
    if (current == null) {
      return new LivePortfolio(
          new Clients(connection.settings(surroundings.environment())), refusals);
    }
    ReferenceData reference =
        new ReferenceData(
            read(RecordType.MODEL_PRICING, current.pricing(), refusals),
            read(RecordType.POLICY, current.policy(), refusals),
            read(RecordType.USAGE, current.usage(), refusals));
    return new PortfolioInFiles(
        Objects.requireNonNull(current.proposals()), reference, input, surroundings, refusals);
  }

  private <T extends SpecificRecord> Map<String, T> read(
      RecordType<T> type, @Nullable InputFile file, Refusals refusals) {
    return ReferenceFiles.byKey(type, file, input, surroundings, refusals);
  }

  private static ReferenceData after(
      ReferenceData before, ReferenceData tried, Set<String> without, Instant at) {
    Map<String, ModelPricing> prices = overlaid(before.prices(), tried.prices());
    for (String model : without) {
      prices.put(model, Withdrawal.of(model, prices.get(model), at));
    }
    return new ReferenceData(
        prices,
        overlaid(before.policies(), tried.policies()),
        overlaid(before.usage(), tried.usage()));
  }

  private static <T> Map<String, T> overlaid(Map<String, T> below, Map<String, T> above) {
    Map<String, T> all = new HashMap<>(below);
    all.putAll(above);
    return all;
  }
}

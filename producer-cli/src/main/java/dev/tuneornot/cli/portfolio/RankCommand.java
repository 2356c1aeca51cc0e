package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.evaluate.EvaluationFiles;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.ranking.Choice;
import dev.tuneornot.portfolio.ranking.Deployment;
import dev.tuneornot.portfolio.ranking.Fundable;
import dev.tuneornot.portfolio.ranking.Fundables;
import dev.tuneornot.portfolio.ranking.Knapsack;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which proposals to fund first. */
@Command(
    name = "rank",
    description = {
      "Choose which proposals to fund for the largest net benefit within a budget.",
      "Evaluates what is committed in proposals, usage, pricing and policies, or in files. Chooses"
          + " among the proposals whose verdict is GO and those that only the hosting keeps from it:"
          + " models tuned from one base share a deployment, as many as it serves. Lists the chosen"
          + " and those left out, the best ratio of net benefit to upfront cost first, then the"
          + " deployments to open with what each pays, the money used, the sum, and by how much"
          + " another choice could be better at most."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not portfolio rank --budget 25000",
      "  tune-or-not portfolio rank --budget 25000 --include CAUTION legal health --output csv",
      "  tune-or-not portfolio rank --budget 25000 --proposals p.csv --pricing prices.jsonl"
    })
public final class RankCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "PORTFOLIO",
      description = "Only the proposals of these portfolios; default: all.")
  private Set<String> portfolios = new LinkedHashSet<>();

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "USD",
      description = "The money for upfront costs, 0 or more.")
  private @Nullable BigDecimal budget;

  @Option(
      names = "--include",
      paramLabel = "VERDICT",
      description = "Proposals with this verdict, too, such as CAUTION; may be repeated.")
  private Set<Verdict> include = EnumSet.noneOf(Verdict.class);

  @ArgGroup(exclusive = false, heading = "%nWithout Kafka:%n")
  private @Nullable EvaluationFiles files;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The instant of the evaluation; default: now.")
  private @Nullable Instant asOf;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public RankCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    BigDecimal money = Objects.requireNonNull(budget);
    if (money.signum() < 0 || money.scale() > 6 || money.precision() > 18) {
      throw new UsageFailure("--budget must be 0 or more USD, to a millionth, and is " + money);
    }
    Refusals refusals = new Refusals(surroundings);
    Portfolio portfolio = portfolio(refusals);
    Instant at =
        asOf == null ? surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS) : asOf;
    Fundables fundables = new Fundables(portfolio.reference(), at, include);
    Map<String, Fundable> byProposal = new HashMap<>();
    portfolio.forEach(
        proposal -> {
          if (portfolios.isEmpty() || portfolios.contains(proposal.getPortfolio())) {
            fundables
                .of(proposal)
                .ifPresentOrElse(
                    fundable -> byProposal.put(fundable.proposalId(), fundable),
                    () -> byProposal.remove(proposal.getProposalId()));
          }
        });
    write(Knapsack.choose(byProposal.values(), money), money);
    return refusals.exitCode();
  }

  private Portfolio portfolio(Refusals refusals) {
    if (files == null) {
      return new LivePortfolio(
          new Clients(connection.settings(surroundings.environment())), refusals);
    }
    files.check(Objects.requireNonNull(command));
    return new PortfolioInFiles(
        files.proposals(),
        files.readReferenceData(input, surroundings, refusals),
        input,
        surroundings,
        refusals);
  }

  private void write(Choice choice, BigDecimal money) throws IOException {
    try (RowWriter<FundingRow> rows = output.open(surroundings, FundingRow.layout())) {
      int rank = 1;
      for (Choice.Ranked ranked : choice.ranked()) {
        rows.write(FundingRow.of(ranked, rank++));
      }
      if (!output.isTable()) {
        for (Deployment deployment : choice.deployments()) {
          rows.write(FundingRow.of(deployment));
        }
        rows.write(FundingRow.sum(choice, money));
      }
    }
    if (output.isTable()) {
      Totals.write(choice, money, surroundings);
    }
  }
}

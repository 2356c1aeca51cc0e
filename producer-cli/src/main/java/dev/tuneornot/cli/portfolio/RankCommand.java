package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.ranking.Choice;
import dev.tuneornot.portfolio.ranking.Fundable;
import dev.tuneornot.portfolio.ranking.Item;
import dev.tuneornot.portfolio.ranking.Knapsack;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which proposals to fund first. */
@Command(
    name = "rank",
    description = {
      "Choose which proposals to fund for the largest net benefit within a budget.",
      "Reads the recommendations as they are now. Lists the chosen and those left out, the best"
          + " ratio of net benefit to upfront cost first, then the money used, the sum, and by how"
          + " much another choice could be better at most."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tune-or-not portfolio rank --budget 25000",
      "  tune-or-not portfolio rank --budget 25000 --include CAUTION legal health --output csv"
    })
public final class RankCommand implements Callable<Integer> {

  private final Surroundings surroundings;

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
    Set<Verdict> verdicts = EnumSet.of(Verdict.GO);
    verdicts.addAll(include);
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    Map<String, Fundable> fundable = new HashMap<>();
    Recommendations.forEach(
        clients,
        refusals,
        row -> {
          if (Fundable.isIn(row, verdicts)
              && (portfolios.isEmpty() || portfolios.contains(row.getPortfolio()))) {
            fundable.put(row.getProposalId(), Fundable.of(row));
          }
        });
    Choice choice =
        Knapsack.choose(fundable.values().stream().map(Fundable::asItem).toList(), money);
    write(choice, fundable, money);
    return refusals.exitCode();
  }

  private void write(Choice choice, Map<String, Fundable> fundable, BigDecimal money)
      throws IOException {
    try (RowWriter<FundingRow> rows = output.open(surroundings, FundingRow.layout())) {
      int index = 0;
      for (Item item : choice.ranked()) {
        Fundable row = Objects.requireNonNull(fundable.get(item.id()));
        rows.write(FundingRow.of(choice, index++, row));
      }
      if (!output.isTable()) {
        rows.write(FundingRow.sum(choice, money));
      }
    }
    if (output.isTable()) {
      Totals.write(choice, money, surroundings);
    }
  }
}

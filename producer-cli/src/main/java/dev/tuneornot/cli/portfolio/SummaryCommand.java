package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.Printable;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.output.SummaryLayout;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.portfolio.summary.Discrepancies;
import dev.tuneornot.portfolio.summary.Recomputation;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sums of each portfolio as the streams app keeps them. */
@Command(
    name = "summary",
    description = {
      "Show the sums of each portfolio.",
      "Amounts are those of the proposals whose verdict is GO."
    })
public final class SummaryCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "PORTFOLIO",
      description = "Only these portfolios; default: all.")
  private Set<String> portfolios = new LinkedHashSet<>();

  @Option(
      names = "--recompute",
      description =
          "Add up the recommendations instead, and say where the roll-up differs: the exit code is"
              + " then 1. While proposals are evaluated it may be behind by a second.")
  private boolean recompute;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public SummaryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    SortedMap<String, PortfolioSummary> recomputed =
        recompute ? recomputed(clients, refusals) : new TreeMap<>();
    // Read last: the roll-up follows the recommendations.
    SortedMap<String, PortfolioSummary> kept = kept(clients, refusals);
    try (RowWriter<PortfolioSummary> rows = output.open(surroundings, SummaryLayout.create())) {
      for (PortfolioSummary summary : (recompute ? recomputed : kept).values()) {
        rows.write(summary);
      }
    }
    if (!recompute) {
      return refusals.exitCode();
    }
    List<String> differences = Discrepancies.of(kept, recomputed);
    differences.forEach(
        difference -> surroundings.say(topic(clients) + ": " + Printable.of(difference)));
    if (differences.isEmpty()) {
      surroundings.say(topic(clients) + " says the same");
      return refusals.exitCode();
    }
    return ExitCode.FAILED;
  }

  private SortedMap<String, PortfolioSummary> recomputed(Clients clients, Refusals refusals) {
    Recomputation recomputation = new Recomputation();
    Recommendations.forEach(
        clients,
        refusals,
        row -> {
          if (isWanted(row.getPortfolio())) {
            recomputation.add(row);
          }
        });
    return recomputation.summaries();
  }

  private SortedMap<String, PortfolioSummary> kept(Clients clients, Refusals refusals) {
    String topic = topic(clients);
    SortedMap<String, PortfolioSummary> summaries = new TreeMap<>();
    try (Decoded<PortfolioSummary> decoded =
        new Decoded<>(PortfolioSummary.class, topic, clients, refusals)) {
      LastValues.of(topic, clients)
          .forEach(
              (portfolio, value) -> {
                if (isWanted(portfolio)) {
                  decoded
                      .of(portfolio, value)
                      .ifPresent(summary -> summaries.put(portfolio, summary));
                }
              });
    }
    return summaries;
  }

  private boolean isWanted(String portfolio) {
    return portfolios.isEmpty() || portfolios.contains(portfolio);
  }

  private static String topic(Clients clients) {
    return TopicSpec.PORTFOLIO_SUMMARIES.name(clients.settings().topicPrefix());
  }
}

package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.reading.Decoded;
import dev.tuneornot.cli.reading.LastValues;
import dev.tuneornot.cli.rows.SummaryLayout;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public SummaryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String topic = TopicSpec.PORTFOLIO_SUMMARIES.name(clients.settings().topicPrefix());
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    Map<String, byte[]> values = LastValues.of(topic, clients);
    try (Decoded<PortfolioSummary> decoded =
            new Decoded<>(PortfolioSummary.class, topic, clients, refusals);
        RowWriter<PortfolioSummary> rows = output.open(surroundings, SummaryLayout.create())) {
      for (Map.Entry<String, byte[]> value : values.entrySet()) {
        if (!portfolios.isEmpty() && !portfolios.contains(value.getKey())) {
          continue;
        }
        Optional<PortfolioSummary> row = decoded.of(value.getKey(), value.getValue());
        if (row.isPresent()) {
          rows.write(row.get());
        }
      }
    }
    return refusals.exitCode();
  }
}

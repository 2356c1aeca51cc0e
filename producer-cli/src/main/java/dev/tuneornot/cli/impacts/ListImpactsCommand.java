package dev.tuneornot.cli.impacts;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.ImpactLayout;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is in the topic of impacts. */
@Command(
    name = "list",
    description = {
      "List what changes of prices, policies and rules did to the portfolio, the latest first.",
      "A change on which no proposal depended is left out unless --all is given."
    })
public final class ListImpactsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "KEY",
      description = "Only changes of these models or policies; default: all.")
  private Set<String> keys = new LinkedHashSet<>();

  @Option(names = "--all", description = "Also changes on which no proposal depended.")
  private boolean all;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ListImpactsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    clients.settings().registryUrl();
    String topic = TopicSpec.PRICE_IMPACTS.name(clients.settings().topicPrefix());
    Refusals refusals = new Refusals(surroundings);
    List<PriceImpact> impacts = new ArrayList<>();
    try (Decoded<PriceImpact> decoded =
        new Decoded<>(PriceImpact.class, topic, clients, refusals)) {
      LastValues.of(topic, clients)
          .forEach((key, value) -> decoded.of(key, value).ifPresent(impacts::add));
    }
    impacts.removeIf(impact -> !isWanted(impact));
    impacts.sort(
        Comparator.comparing(PriceImpact::getStartedAt)
            .reversed()
            .thenComparing(PriceImpact::getChangeId));
    try (RowWriter<PriceImpact> rows = output.open(surroundings, ImpactLayout.create())) {
      for (PriceImpact impact : impacts) {
        rows.write(impact);
      }
    }
    return refusals.exitCode();
  }

  private boolean isWanted(PriceImpact impact) {
    return (all || impact.getDependants() > 0)
        && (keys.isEmpty() || keys.contains(impact.getKey()));
  }
}

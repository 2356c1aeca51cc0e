package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.catalogue.Stored;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The prices in force, and who depends on them. */
@Command(
    name = "list",
    description = {
      "List the prices in force, in the order of the models: with how many proposals have a model as"
          + " candidate, alternative or baseline, and why a price is held for review.",
      "As JSON with all periods; as CSV the prices alone, a line a period. `pricing export` gives a"
          + " file that `pricing send` takes."
    })
public final class ListPricesCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL",
      description = "The models to list; default: all.")
  private List<String> modelIds = new ArrayList<>();

  @Option(names = "--history", description = "In the table, a row a period: past and announced.")
  private boolean history;

  @Option(
      names = "--used",
      description = "Only models on which a proposal depends, or that are held for review.")
  private boolean used;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ListPricesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (history && !output.isTable()) {
      throw new UsageFailure("--history is for the table; JSON and CSV have all periods anyway");
    }
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    List<ListedPrice> listed = listed(clients, refusals);
    if (history) {
      try (RowWriter<ListedPrice.Period> rows = output.open(surroundings, ListedPrice.history())) {
        for (ListedPrice price : listed) {
          for (ListedPrice.Period period : price.periods()) {
            rows.write(period);
          }
        }
      }
    } else {
      try (RowWriter<ListedPrice> rows =
          output.open(surroundings, ListedPrice.layout(surroundings.clock()))) {
        for (ListedPrice price : listed) {
          rows.write(price);
        }
      }
    }
    return refusals.exitCode();
  }

  private List<ListedPrice> listed(Clients clients, Refusals refusals) {
    String prefix = clients.settings().topicPrefix();
    Map<String, PriceReview> reviews = Reviews.of(clients, refusals);
    Map<String, ModelPricing> prices =
        new TreeMap<>(
            Stored.of(
                    ValidRecords.of(
                        RecordType.MODEL_PRICING,
                        TopicSpec.PRICING.name(prefix),
                        clients,
                        refusals),
                    List.of())
                .with(reviews)
                .prices());
    reviews.forEach((modelId, review) -> prices.putIfAbsent(modelId, review.getHeld()));
    Dependants dependants = dependants(TopicSpec.PROPOSALS.name(prefix), clients, refusals);
    List<ListedPrice> listed = new ArrayList<>();
    prices.forEach(
        (modelId, pricing) -> {
          PriceReview review = reviews.get(modelId);
          Dependants.Count count = dependants.of(modelId);
          boolean isUsed = review != null || !count.equals(Dependants.Count.NONE);
          if ((modelIds.isEmpty() || modelIds.contains(modelId)) && (!used || isUsed)) {
            listed.add(new ListedPrice(pricing, review, count));
          }
        });
    return listed;
  }

  private static Dependants dependants(String topic, Clients clients, Refusals refusals) {
    Dependants dependants = new Dependants();
    try (Decoded<Proposal> decoded = new Decoded<>(Proposal.class, topic, clients, refusals)) {
      LastValues.unsorted(topic, clients)
          .forEach((key, value) -> decoded.of(key, value).ifPresent(dependants::add));
    }
    return dependants;
  }
}

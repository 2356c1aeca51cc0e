package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.ReviewLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.PriceReview;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is held for review. */
@Command(
    name = "list",
    description = {
      "List the prices that are held until a person has looked at them, and why.",
      "The price in force counts until then."
    })
public final class ListReviewsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ListReviewsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    try (RowWriter<PriceReview> rows = output.open(surroundings, ReviewLayout.create())) {
      for (PriceReview review : Reviews.of(clients, refusals).values()) {
        rows.write(review);
      }
    }
    return refusals.exitCode();
  }
}

package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.PricingLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.prices.PriceChange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings the result to where it belongs. */
final class Delivery {

  private final Surroundings surroundings;

  Delivery(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Sends what is new, changed or refreshed. */
  void send(Plan plan, PricesInKafka prices, Refusals refusals) {
    Tally tally = Tally.start("prices", "sent to " + prices.topic(), surroundings);
    tally.done(prices.send(plan));
    tally.say(refusals);
  }

  /** Writes all prices, those that stay as they are, too. */
  void write(Plan plan, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        RowWriter<ModelPricing> rows =
            OutputOptions.lines(PricingLayout.create(surroundings.clock()), out)) {
      for (PriceChange change : plan.changes()) {
        rows.write(change.result());
      }
    } catch (IOException unwritable) {
      throw new OperationFailure(file + " cannot be written: " + unwritable, unwritable);
    }
    surroundings.say(
        "%,d prices written to %s; nothing was sent".formatted(plan.changes().size(), file));
  }
}

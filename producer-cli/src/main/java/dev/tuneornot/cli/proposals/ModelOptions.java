package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the models of files of records are looked up. */
final class ModelOptions {

  @Mixin private PriceBookOptions prices = new PriceBookOptions();

  @Option(
      names = "--models-as-written",
      description =
          "Take no name of a model for its id; a name that is no id is refused, and what may be"
              + " meant by it is said.")
  private boolean asWritten;

  /**
   * Reads the prices, once.
   *
   * @param clients empty to read no topic
   */
  ModelCheck read(Optional<Clients> clients, Surroundings surroundings, Refusals refusals) {
    return new ModelCheck(prices.read(clients, surroundings, refusals), asWritten, surroundings);
  }
}

package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.evaluate.ReferenceFiles;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.schemas.validation.ModelIds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The prices in which models are looked up. */
final class PriceBookOptions {

  @Option(
      names = "--pricing",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "Look models up among the prices of a file instead of those of the topic.")
  private @Nullable InputFile pricing;

  boolean fromFile() {
    return pricing != null;
  }

  /**
   * The prices of the file, else those of the topic; empty if there are none. That they cannot be
   * read is said and is no failure: models are then not looked up.
   *
   * @param clients empty to read no topic
   */
  Optional<PriceBook> read(
      Optional<Clients> clients, Surroundings surroundings, Refusals refusals) {
    if (pricing != null) {
      return Optional.of(
          new PriceBook(
              ReferenceFiles.byKey(
                      RecordType.MODEL_PRICING,
                      pricing,
                      new InputOptions().formatOfSecondary(pricing),
                      surroundings,
                      refusals)
                  .keySet()));
    }
    return clients.flatMap(known -> live(known, surroundings));
  }

  private static Optional<PriceBook> live(Clients clients, Surroundings surroundings) {
    String topic = TopicSpec.PRICING.name(clients.settings().topicPrefix());
    try {
      // What is no id was refused by the streams app, and has no price.
      PriceBook book =
          new PriceBook(
              LastValues.of(topic, clients).keySet().stream().filter(ModelIds::isModelId).toList());
      if (book.isEmpty()) {
        surroundings.say(
            "there are no prices in " + topic + " yet: every proposal is UNPRICED until there are");
        return Optional.empty();
      }
      return Optional.of(book);
    } catch (OperationFailure unreadable) {
      surroundings.say("models are not looked up: " + unreadable.getMessage());
      return Optional.empty();
    }
  }
}

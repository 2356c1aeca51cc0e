package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.SettingsOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.records.InputFiles;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.evaluation.Policies;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks files of prices against the bounds, without Kafka, and judges them. */
@Command(
    name = "validate",
    description = {
      "Check files, without Kafka.",
      "Names every field that is out of its bounds, counts, and says which prices the streams app"
          + " would hold for review: each is judged by the one before it in the files, by the bounds"
          + " tuneornot.review.* that are given here as to the app."
    })
public final class ValidatePricesCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private InputFiles files = new InputFiles();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  public ValidatePricesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Refusals refusals = new Refusals(surroundings);
    Tally tally = Tally.start(Kind.PRICES.plural(), "valid", surroundings);
    Foretelling foretelling =
        new Foretelling(
            settings.settings(surroundings.environment()).review(),
            Policies.builtin().getStalePriceDays(),
            Map.of(),
            surroundings);
    files.forEach(
        Kind.PRICES.type(),
        surroundings,
        refusals,
        (file, record) -> {
          tally.done();
          foretelling.judge(file.displayName() + ":" + record.line(), record.value());
        });
    tally.sayCounts(refusals);
    foretelling.sayCounts();
    return refusals.exitCode();
  }
}

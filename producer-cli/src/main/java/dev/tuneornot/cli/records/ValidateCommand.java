package dev.tuneornot.cli.records;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks files against the bounds, without Kafka. */
@Command(
    name = "validate",
    description = {
      "Check files, without Kafka.",
      "Names every field that is out of its bounds, and counts."
    })
public final class ValidateCommand<T extends SpecificRecord> implements Callable<Integer> {

  private final Kind<T> kind;
  private final Surroundings surroundings;

  @Mixin private InputFiles files = new InputFiles();

  public ValidateCommand(Kind<T> kind, Surroundings surroundings) {
    this.kind = kind;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Refusals refusals = new Refusals(surroundings);
    Tally tally = Tally.start(kind.plural(), "valid", surroundings);
    files.forEach(kind.type(), surroundings, refusals, (file, record) -> tally.done());
    tally.sayCounts(refusals);
    return refusals.exitCode();
  }
}

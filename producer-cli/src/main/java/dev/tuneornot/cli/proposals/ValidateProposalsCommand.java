package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.records.InputFiles;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.json.Entry;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks files of proposals against the bounds and, if asked to, their models against prices. */
@Command(
    name = "validate",
    description = {
      "Check files, without Kafka.",
      "Names every field that is out of its bounds, and counts. With --pricing also says which names"
          + " of models are taken for which id, and which models have no price, as send does."
    })
public final class ValidateProposalsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private InputFiles files = new InputFiles();
  @Mixin private ModelOptions models = new ModelOptions();

  public ValidateProposalsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Refusals refusals = new Refusals(surroundings);
    ModelCheck check = models.read(Optional.empty(), surroundings, refusals);
    SheetHint hint = new SheetHint();
    Tally tally = Tally.start("proposals", "valid", surroundings);
    files.forEach(
        check.type(),
        surroundings,
        refusals,
        new InputFiles.Action<>() {
          @Override
          public void apply(InputFile file, Entry.Accepted<Proposal> record) {
            tally.done();
            check.look(file, record);
          }

          @Override
          public void refused(Entry.Refused<Proposal> record) {
            check.look(record);
            hint.look(record);
          }
        });
    tally.sayCounts(refusals);
    check.say();
    hint.say(surroundings);
    return refusals.exitCode();
  }
}

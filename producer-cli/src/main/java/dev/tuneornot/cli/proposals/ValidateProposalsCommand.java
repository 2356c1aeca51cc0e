package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.records.InputFiles;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
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
      "Names every field that is out of its bounds, and counts; with --pricing also the models that"
          + " have no price."
    })
public final class ValidateProposalsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private InputFiles files = new InputFiles();
  @Mixin private PriceBookOptions prices = new PriceBookOptions();

  public ValidateProposalsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Refusals refusals = new Refusals(surroundings);
    Optional<ModelCheck> models =
        prices.read(Optional.empty(), surroundings, refusals).map(ModelCheck::new);
    SheetHint hint = new SheetHint();
    Tally tally = Tally.start("proposals", "valid", surroundings);
    files.forEach(
        RecordType.PROPOSAL,
        surroundings,
        refusals,
        new InputFiles.Action<>() {
          @Override
          public void apply(InputFile file, Entry.Accepted<Proposal> record) {
            tally.done();
            models.ifPresent(check -> check.look(record.value()));
          }

          @Override
          public void refused(Entry.Refused<Proposal> record) {
            models.ifPresent(check -> check.look(record));
            hint.look(record);
          }
        });
    tally.sayCounts(refusals);
    models.ifPresent(check -> check.say(surroundings));
    hint.say(surroundings);
    return refusals.exitCode();
  }
}

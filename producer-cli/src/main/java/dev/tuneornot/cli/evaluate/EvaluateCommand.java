package dev.tuneornot.cli.evaluate;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RecommendationLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.json.Entry;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates proposals one by one, so that a file of any length will do. */
@Command(
    name = "evaluate",
    description = {
      "Evaluate the proposals of a file, without Kafka.",
      "Writes a recommendation for each, in the order of the file."
    })
public final class EvaluateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec command;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable EvaluationFiles files;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The instant of the evaluation, such as 2026-11-22T00:00:00Z; default: now.")
  private @Nullable Instant asOf;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  public EvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    EvaluationFiles given = Objects.requireNonNull(files);
    given.check(Objects.requireNonNull(command));
    Refusals refusals = new Refusals(surroundings);
    ReferenceData reference = given.readReferenceData(input, surroundings, refusals);
    Instant at =
        asOf == null ? surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS) : asOf;
    Tally tally = Tally.start("proposals", "evaluated", surroundings);
    try (RecordFile<Proposal> proposals = given.openProposals(input, surroundings);
        RowWriter<Recommendation> rows = output.open(surroundings, RecommendationLayout.create())) {
      while (proposals.hasNext()) {
        Entry<Proposal> entry = proposals.next();
        if (entry instanceof Entry.Accepted<Proposal> accepted) {
          rows.write(reference.evaluate(accepted.value(), at));
          tally.done();
        } else if (entry instanceof Entry.Refused<Proposal> refused) {
          refusals.report(proposals.file(), refused);
        }
      }
    }
    tally.say(refusals);
    return refusals.exitCode();
  }
}

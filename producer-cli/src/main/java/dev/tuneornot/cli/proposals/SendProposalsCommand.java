package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.records.Answered;
import dev.tuneornot.cli.records.InputFiles;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.cli.records.Sending;
import dev.tuneornot.cli.records.WaitOptions;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.json.Entry;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends proposals and, if asked to, waits for what becomes of them. */
@Command(
    name = "send",
    description = {
      "Check files and send the proposals that are valid.",
      "A proposal that is refused is named, and the others are sent.",
      "A model that is written by another name than its id is looked up among the prices: where one"
          + " can be meant it is taken, and told; where several can, they are named. Models that"
          + " have no price are named, too."
    })
public final class SendProposalsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  private final SheetHint hint = new SheetHint();

  @Mixin private InputFiles files = new InputFiles();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private WaitOptions waiting = new WaitOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public SendProposalsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    BatchId batch = BatchId.create();
    Sending<Proposal> sending = new Sending<>(Kind.PROPOSALS, clients, batch, surroundings);
    ModelCheck check = models.read(Optional.of(clients), surroundings, refusals);
    if (!waiting.wanted()) {
      sending.send(source(check), refusals, Sending.Listener.NONE);
      sayFindings(check);
      return refusals.exitCode();
    }
    return new Answered(clients, surroundings, output)
        .await(
            batch,
            waiting.patience(),
            refusals,
            listener -> {
              sending.send(source(check), refusals, listener);
              sayFindings(check);
            });
  }

  private void sayFindings(ModelCheck check) {
    check.say();
    hint.say(surroundings);
  }

  /** The files, whose models are looked up on the way. */
  private Sending.Source<Proposal> source(ModelCheck check) {
    return (refusals, action) ->
        files.forEach(
            check.type(),
            surroundings,
            refusals,
            new InputFiles.Action<>() {
              @Override
              public void apply(InputFile file, Entry.Accepted<Proposal> record) {
                check.look(file, record);
                action.apply(file, record);
              }

              @Override
              public void refused(Entry.Refused<Proposal> record) {
                check.look(record);
                hint.look(record);
              }
            });
  }
}

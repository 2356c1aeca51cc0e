package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.records.Answered;
import dev.tuneornot.cli.records.Keys;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.cli.records.Sending;
import dev.tuneornot.cli.records.WaitOptions;
import dev.tuneornot.model.Proposal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes proposals; with them go their recommendations. */
@Command(
    name = "delete",
    description = "Delete proposals by id; their recommendations go with them.")
public final class DeleteProposalsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private Keys keys = new Keys();
  @Mixin private WaitOptions waiting = new WaitOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public DeleteProposalsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    BatchId batch = BatchId.create();
    Sending<Proposal> sending = new Sending<>(Kind.PROPOSALS, clients, batch, surroundings);
    if (!waiting.wanted()) {
      sending.delete(keys.all(), Sending.Listener.NONE);
      return refusals.exitCode();
    }
    return new Answered(clients, surroundings, new OutputOptions())
        .await(
            batch, waiting.patience(), refusals, listener -> sending.delete(keys.all(), listener));
  }
}

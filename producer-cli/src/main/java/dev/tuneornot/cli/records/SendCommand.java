package dev.tuneornot.cli.records;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks files and sends what is valid. */
@Command(
    name = "send",
    description = {
      "Check files and send what is valid.",
      "A record that is refused is named, and the others are sent."
    })
public final class SendCommand<T extends SpecificRecord> implements Callable<Integer> {

  private final Kind<T> kind;
  private final Surroundings surroundings;

  @Mixin private InputFiles files = new InputFiles();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public SendCommand(Kind<T> kind, Surroundings surroundings) {
    this.kind = kind;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    Sending<T> sending = new Sending<>(kind, clients, BatchId.create(), surroundings);
    sending.send(
        (reported, action) -> files.forEach(kind.type(), surroundings, reported, action),
        refusals,
        Sending.Listener.NONE);
    return refusals.exitCode();
  }
}

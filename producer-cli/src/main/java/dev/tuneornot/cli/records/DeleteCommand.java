package dev.tuneornot.cli.records;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes prices or policies by their keys. */
@Command(name = "delete", description = "Delete by key. What is not there stays so.")
public final class DeleteCommand<T extends SpecificRecord> implements Callable<Integer> {

  private final Kind<T> kind;
  private final Surroundings surroundings;

  @Mixin private Keys keys = new Keys();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public DeleteCommand(Kind<T> kind, Surroundings surroundings) {
    this.kind = kind;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    new Sending<>(kind, clients, BatchId.create(), surroundings)
        .delete(keys.all(), Sending.Listener.NONE);
    return 0;
  }
}

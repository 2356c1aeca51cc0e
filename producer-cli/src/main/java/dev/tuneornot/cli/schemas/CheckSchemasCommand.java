package dev.tuneornot.cli.schemas;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the registry with our schemas. */
@Command(
    name = "check",
    description = {
      "Check that the schema of each topic is registered, or say why it cannot be.",
      "Where one is not, the exit code is 1."
    })
public final class CheckSchemasCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public CheckSchemasCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    try (Subjects subjects = new Subjects(clients)) {
      return SubjectReport.write(subjects.check(), output, surroundings);
    }
  }
}

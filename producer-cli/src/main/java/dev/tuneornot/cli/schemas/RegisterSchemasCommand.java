package dev.tuneornot.cli.schemas;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Registers the schemas ahead of deployment. */
@Command(
    name = "register",
    description = {
      "Register the schema of each topic, and say its id.",
      "For registries on which producers may not register (auto.register.schemas=false)."
    })
public final class RegisterSchemasCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public RegisterSchemasCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    try (Subjects subjects = new Subjects(clients)) {
      return SubjectReport.write(subjects.register(), output, surroundings);
    }
  }
}

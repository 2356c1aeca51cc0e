package dev.tuneornot.cli.topics;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.confluent.topics.TopicRequirement;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the topics with what they must be. */
@Command(
    name = "check",
    description = {
      "Check that every topic is as it must be.",
      "Names each that is missing, not compacted or of another number of partitions; then the exit"
          + " code is 1."
    })
public final class CheckTopicsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private TopicOptions topics = new TopicOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public CheckTopicsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    try (TopicSurvey survey = new TopicSurvey(clients)) {
      int number = survey.proposalPartitionsOr(TopicRequirement.ANY);
      List<TopicRequirement> wanted = topics.requirements(clients.settings(), number);
      return TopicReport.write(survey.states(wanted, List.of()), output, surroundings);
    }
  }
}

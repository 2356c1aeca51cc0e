package dev.tuneornot.cli.topics;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.confluent.topics.TopicRequirement;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates the topics that are missing and checks the others. */
@Command(
    name = "create",
    description = {
      "Create the topics that are missing, and check the others.",
      "A topic that exists is never changed."
    })
public final class CreateTopicsCommand implements Callable<Integer> {

  private static final short BROKER_DEFAULT = -1;

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of each; default: those of the proposals topic if there is one, else "
              + TopicSpec.DEFAULT_PARTITIONS
              + ".")
  private @Nullable Integer partitions;

  @Option(
      names = "--replication-factor",
      paramLabel = "R",
      description = "Replicas of each; default: the broker's default.")
  private @Nullable Short replicationFactor;

  @Mixin private TopicOptions topics = new TopicOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public CreateTopicsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    requirePositive("--partitions", partitions);
    requirePositive("--replication-factor", replicationFactor);
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    try (TopicSurvey survey = new TopicSurvey(clients)) {
      int number =
          partitions == null
              ? survey.proposalPartitionsOr(TopicSpec.DEFAULT_PARTITIONS)
              : partitions;
      List<TopicRequirement> wanted = topics.requirements(clients.settings(), number);
      short replicas = Objects.requireNonNullElse(replicationFactor, BROKER_DEFAULT);
      List<String> created = survey.create(wanted, number, replicas);
      return TopicReport.write(survey.states(wanted, created), output, surroundings);
    }
  }

  private void requirePositive(String option, @Nullable Number value) {
    if (value != null && value.intValue() < 1) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          option + " = " + value + ": must be at least 1");
    }
  }
}

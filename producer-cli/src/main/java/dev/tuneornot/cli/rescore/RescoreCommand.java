package dev.tuneornot.cli.rescore;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.connection.TopicPartitions;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells the streams app to evaluate everything again. */
@Command(
    name = "rescore",
    description = {
      "Have the streams app evaluate the whole portfolio again.",
      "Only recommendations that come out differently are written. Returns at once; the topic"
          + " price-impacts says how far it is."
    })
public final class RescoreCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public RescoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String topic = TopicSpec.COMMANDS.name(clients.settings().topicPrefix());
    TopicPartitions.of(clients, List.of(topic));
    try (RecordSender sender = new RecordSender(BatchId.create(), clients)) {
      sender.send(
          topic,
          TopicSpec.RESCORE,
          null,
          why -> {
            throw new OperationFailure(why);
          });
      sender.finish();
    }
    surroundings.say("The streams app was told to evaluate the whole portfolio again");
    return ExitCode.DONE;
  }
}

package dev.tuneornot.cli.deadletters;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.FollowOptions;
import dev.tuneornot.cli.connection.TopicReader;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Dead letters as they come. */
@Command(name = "tail", description = "Write dead letters as they come, until interrupted.")
public final class TailDeadLettersCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FollowOptions follow = new FollowOptions();
  @Mixin private DeadLetterFilter filter = new DeadLetterFilter();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public TailDeadLettersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String topic = TopicSpec.DEAD_LETTERS.name(clients.settings().topicPrefix());
    try (TopicReader reader = TopicReader.open(topic, clients);
        RowWriter<DeadLetter> rows = output.open(surroundings, DeadLetter.layout())) {
      follow.write(
          reader,
          surroundings::say,
          rows,
          record -> Optional.of(DeadLetter.of(record)).filter(filter));
    }
    return ExitCode.DONE;
  }
}

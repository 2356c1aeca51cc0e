package dev.tuneornot.cli.deadletters;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.connection.TopicReader;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends dead letters again to the topics they came from. */
@Command(
    name = "replay",
    description = {
      "Send dead letters again to the topics they came from.",
      "Shows what would be sent; only --execute sends it. A dead letter goes over what has come"
          + " since for the same key, so choose with --reason, --key and --topic."
    })
public final class ReplayCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(names = "--execute", description = "Send, and not only show.")
  private boolean execute;

  @Mixin private DeadLetterFilter filter = new DeadLetterFilter();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String prefix = clients.settings().topicPrefix();
    Refusals refusals = new Refusals(surroundings);
    try (TopicReader reader = TopicReader.open(TopicSpec.DEAD_LETTERS.name(prefix), clients);
        RecordSender sender = execute ? new RecordSender(BatchId.create(), clients) : null;
        RowWriter<DeadLetter> rows = output.open(surroundings, DeadLetter.layout())) {
      Replay replay = new Replay(prefix, filter, sender, rows, refusals);
      reader.readToEnd(replay);
      if (sender != null) {
        sender.finish();
      }
      surroundings.say(
          execute
              ? replay.count() + " dead letters sent again"
              : replay.count() + " dead letters would be sent again; --execute sends them");
    }
    return refusals.exitCode();
  }
}

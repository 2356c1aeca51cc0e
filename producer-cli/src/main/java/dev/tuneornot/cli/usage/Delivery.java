package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.connection.AvroEncoder;
import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.output.UsageLayout;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Brings measured usage to where it belongs. */
final class Delivery {

  private final Surroundings surroundings;

  Delivery(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Sends it. */
  void send(List<Usage> usage, Clients clients, Refusals refusals) {
    String topic = TopicSpec.USAGE.name(clients.settings().topicPrefix());
    Tally tally = Tally.start("usage", "sent to " + topic, surroundings);
    try (AvroEncoder encoder = new AvroEncoder(topic, clients);
        RecordSender sender = new RecordSender(BatchId.create(), clients)) {
      for (Usage each : usage) {
        sender.send(
            topic,
            each.getProposalId(),
            encoder.encode(each),
            why ->
                refusals.report(each.getProposalId() + ": must be small enough for Kafka: " + why));
      }
      tally.done(sender.finish());
    }
    tally.say(refusals);
  }

  /** Writes it, as JSON Lines. */
  void write(List<Usage> usage, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        RowWriter<Usage> rows = OutputOptions.lines(UsageLayout.create(), out)) {
      for (Usage each : usage) {
        rows.write(each);
      }
    } catch (IOException unwritable) {
      throw new OperationFailure(file + " cannot be written: " + unwritable, unwritable);
    }
    surroundings.say("%,d usage written to %s; nothing was sent".formatted(usage.size(), file));
  }
}

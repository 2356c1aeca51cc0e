package dev.tuneornot.cli.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.cli.connection.AvroEncoder;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.topics.RecordHeaders;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import picocli.CommandLine.Command;

/** Releases prices that are held. */
@Command(
    name = "accept",
    description = {
      "Bring prices into force that are held, by their models.",
      "Each is sent again with the header tuneornot.confirmed."
    })
public final class AcceptReviewsCommand extends SettleReviewsCommand {

  public AcceptReviewsCommand(Surroundings surroundings) {
    super("in force", surroundings);
  }

  @Override
  void send(
      Map<String, PriceReview> reviews, Clients clients, RecordSender sender, Refusals refusals) {
    String topic = TopicSpec.PRICING.name(clients.settings().topicPrefix());
    List<Header> confirmed =
        List.of(new RecordHeader(RecordHeaders.CONFIRMED, RecordHeaders.TRUE.getBytes(UTF_8)));
    try (AvroEncoder encoder = new AvroEncoder(topic, clients)) {
      reviews.forEach(
          (modelId, review) ->
              sender.send(
                  topic,
                  modelId.getBytes(UTF_8),
                  encoder.encode(review.getHeld()),
                  confirmed,
                  why -> refusals.report(modelId + ": must be small enough for Kafka: " + why)));
    }
  }
}

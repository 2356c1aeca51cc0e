package dev.tuneornot.cli.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.topics.RecordHeaders;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeader;
import picocli.CommandLine.Command;

/** Rejects prices that are held. */
@Command(
    name = "reject",
    description = {
      "Reject prices that are held, by their models; the prices in force stay.",
      "The same price, sent once more, is held again."
    })
public final class RejectReviewsCommand extends SettleReviewsCommand {

  public RejectReviewsCommand(Surroundings surroundings) {
    super("rejected", surroundings);
  }

  @Override
  void send(
      Map<String, PriceReview> reviews, Clients clients, RecordSender sender, Refusals refusals) {
    String topic = TopicSpec.PRICE_REVIEWS.name(clients.settings().topicPrefix());
    reviews.forEach(
        (modelId, review) ->
            sender.send(
                topic,
                modelId.getBytes(UTF_8),
                null,
                List.of(
                    new RecordHeader(
                        RecordHeaders.REJECTED_OFFSET,
                        Long.toString(review.getOffset()).getBytes(UTF_8))),
                why -> refusals.report(modelId + ": " + why)));
  }
}

package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.AvroEncoder;
import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Stored;
import dev.tuneornot.portfolio.prices.PriceChange;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;

/** The topic {@code pricing}, and the policies that say when a price is old. */
final class PricesInKafka implements StoredPrices {

  private final Clients clients;
  private final Refusals refusals;

  PricesInKafka(Clients clients, Refusals refusals) {
    this.clients = clients;
    this.refusals = refusals;
  }

  /** What is missing is told before a large file is read. */
  void checkSettings() {
    clients.settings().bootstrapServers();
    clients.settings().registryUrl();
  }

  String topic() {
    return TopicSpec.PRICING.name(clients.settings().topicPrefix());
  }

  @Override
  public Stored read() {
    String prefix = clients.settings().topicPrefix();
    return Stored.of(
            ValidRecords.of(RecordType.MODEL_PRICING, topic(), clients, refusals),
            ValidRecords.of(RecordType.POLICY, TopicSpec.POLICIES.name(prefix), clients, refusals)
                .values())
        .with(Reviews.of(clients, refusals));
  }

  @Override
  public long send(Plan plan) {
    try (AvroEncoder encoder = new AvroEncoder(topic(), clients);
        RecordSender sender = new RecordSender(BatchId.create(), clients)) {
      for (PriceChange change : plan.changes()) {
        if (change.isToBeSent()) {
          String modelId = change.result().getModelId();
          sender.send(
              topic(),
              modelId,
              encoder.encode(change.result()),
              why -> refusals.report(modelId + ": must be small enough for Kafka: " + why));
        }
      }
      return sender.finish();
    }
  }
}

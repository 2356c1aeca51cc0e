package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices that are held for review now. */
final class Reviews {

  private Reviews() {}

  /** By modelId; what cannot be read is reported. */
  static SortedMap<String, PriceReview> of(Clients clients, Refusals refusals) {
    clients.settings().registryUrl();
    String topic = TopicSpec.PRICE_REVIEWS.name(clients.settings().topicPrefix());
    SortedMap<String, PriceReview> reviews = new TreeMap<>();
    try (Decoded<PriceReview> decoded =
        new Decoded<>(PriceReview.class, topic, clients, refusals)) {
      LastValues.of(topic, clients)
          .forEach(
              (key, value) -> decoded.of(key, value).ifPresent(review -> reviews.put(key, review)));
    }
    return reviews;
  }
}

package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.function.Consumer;

/** The recommendations as they are now. */
final class Recommendations {

  private Recommendations() {}

  /** Hands on each once, in no order; what cannot be read is reported. */
  static void forEach(Clients clients, Refusals refusals, Consumer<Recommendation> action) {
    clients.settings().registryUrl();
    String topic = TopicSpec.RECOMMENDATIONS.name(clients.settings().topicPrefix());
    try (Decoded<Recommendation> decoded =
        new Decoded<>(Recommendation.class, topic, clients, refusals)) {
      LastValues.unsorted(topic, clients)
          .forEach((key, value) -> decoded.of(key, value).ifPresent(action));
    }
  }
}

package dev.tuneornot.cli.recommendations;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.FollowOptions;
import dev.tuneornot.cli.connection.TopicReader;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RecommendationLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Recommendations as they come. */
@Command(name = "tail", description = "Write recommendations as they come, until interrupted.")
public final class TailCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FollowOptions follow = new FollowOptions();
  @Mixin private RecommendationFilter filter = new RecommendationFilter();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public TailCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String topic = TopicSpec.RECOMMENDATIONS.name(clients.settings().topicPrefix());
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    try (TopicReader reader = TopicReader.open(topic, clients);
        Decoded<Recommendation> decoded =
            new Decoded<>(Recommendation.class, topic, clients, refusals);
        RowWriter<Recommendation> rows = output.open(surroundings, RecommendationLayout.create())) {
      follow.write(reader, surroundings::say, rows, record -> row(record, decoded));
    }
    return refusals.exitCode();
  }

  private Optional<Recommendation> row(
      ConsumerRecord<byte[], byte[]> record, Decoded<Recommendation> decoded) {
    if (record.key() == null) {
      return Optional.empty();
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      surroundings.say(Violation.displayed(key) + ": deleted");
      return Optional.empty();
    }
    return decoded.of(key, record.value()).filter(filter);
  }
}

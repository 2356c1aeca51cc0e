package dev.tuneornot.cli.recommendations;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.reading.Decoded;
import dev.tuneornot.cli.reading.TopicReader;
import dev.tuneornot.cli.rows.RecommendationLayout;
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
import picocli.CommandLine.Option;

/** Recommendations as they come. */
@Command(name = "tail", description = "Write recommendations as they come, until interrupted.")
public final class TailCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(
      names = "--from-beginning",
      description = "Begin with what is there already, not with what comes from now on.")
  private boolean fromBeginning;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "9223372036854775807",
      description = "End after this many recommendations.",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private long max;

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
      if (!fromBeginning) {
        reader.skipToEnd();
      }
      follow(reader, decoded, rows);
    }
    return refusals.exitCode();
  }

  private void follow(
      TopicReader reader, Decoded<Recommendation> decoded, RowWriter<Recommendation> rows)
      throws IOException {
    long left = max;
    while (left > 0) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll()) {
        Optional<Recommendation> row = row(record, decoded);
        if (row.isPresent() && left > 0) {
          rows.write(row.get());
          left--;
        }
      }
      rows.flush();
    }
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

package dev.tuneornot.cli.recommendations;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.cli.output.OutputFormat;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RecommendationLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The recommendation of each proposal as it is now. */
@Command(
    name = "export",
    description = {
      "Write the recommendation of each proposal as it is now, in the order of the ids.",
      "As JSON Lines, unless --output says otherwise."
    })
public final class ExportCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private RecommendationFilter filter = new RecommendationFilter();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String topic = TopicSpec.RECOMMENDATIONS.name(clients.settings().topicPrefix());
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    Tally tally = Tally.start("recommendations", "exported", surroundings);
    SortedMap<String, byte[]> values = LastValues.of(topic, clients);
    try (Decoded<Recommendation> decoded =
            new Decoded<>(Recommendation.class, topic, clients, refusals);
        RowWriter<Recommendation> rows =
            output.open(surroundings, RecommendationLayout.create(), OutputFormat.JSONL)) {
      for (Map.Entry<String, byte[]> value : values.entrySet()) {
        Optional<Recommendation> row = decoded.of(value.getKey(), value.getValue()).filter(filter);
        if (row.isPresent()) {
          rows.write(row.get());
          tally.done();
        }
      }
    }
    tally.say(refusals);
    return refusals.exitCode();
  }
}

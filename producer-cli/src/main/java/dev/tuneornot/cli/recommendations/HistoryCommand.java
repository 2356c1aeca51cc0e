package dev.tuneornot.cli.recommendations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.TopicReader;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.ChangeLayout;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the topic of changes has of one proposal. */
@Command(
    name = "history",
    description = {
      "List each change of a proposal's decision or verdict, the first one first.",
      "The topic keeps them for 400 days."
    })
public final class HistoryCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "ID", description = "The proposal.")
  private @Nullable String id;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    clients.settings().registryUrl();
    String topic = TopicSpec.RECOMMENDATION_CHANGES.name(clients.settings().topicPrefix());
    byte[] key = String.valueOf(id).getBytes(UTF_8);
    List<byte[]> values = new ArrayList<>();
    try (TopicReader reader = TopicReader.openPartitionsOf(topic, List.of(key), clients)) {
      reader.readToEnd(record -> add(values, record, key));
    }
    Refusals refusals = new Refusals(surroundings);
    try (Decoded<RecommendationChange> decoded =
            new Decoded<>(RecommendationChange.class, topic, clients, refusals);
        RowWriter<RecommendationChange> rows = output.open(surroundings, ChangeLayout.create())) {
      for (byte[] value : values) {
        RecommendationChange change = decoded.of(String.valueOf(id), value).orElse(null);
        if (change != null) {
          rows.write(change);
        }
      }
    }
    return refusals.exitCode();
  }

  private static void add(List<byte[]> values, ConsumerRecord<byte[], byte[]> record, byte[] key) {
    if (record.value() != null && Arrays.equals(record.key(), key)) {
      values.add(record.value());
    }
  }
}

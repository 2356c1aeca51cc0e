package dev.tuneornot.cli.records;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.OutputFormat;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import java.io.IOException;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * What a reference topic says now. A refused record has displaced the good one of its key there,
 * though not in the streams app, so it is named and left out.
 */
@Command(
    name = "list",
    description = {
      "List what is in the topic now, in the order of the keys.",
      "A record that the streams app refuses is named and left out."
    })
public final class ListCommand<T extends SpecificRecord> implements Callable<Integer> {

  private final Kind<T> kind;
  private final Layout<T> layout;
  private final OutputFormat usual;
  private final Surroundings surroundings;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  /** As a table, unless told otherwise. */
  public ListCommand(Kind<T> kind, Layout<T> layout, Surroundings surroundings) {
    this(kind, layout, OutputFormat.TABLE, surroundings);
  }

  /**
   * @param usual the format where none is asked for
   */
  public ListCommand(
      Kind<T> kind, Layout<T> layout, OutputFormat usual, Surroundings surroundings) {
    this.kind = kind;
    this.layout = layout;
    this.usual = usual;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    String topic = kind.topic().name(clients.settings().topicPrefix());
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    SortedMap<String, T> records = ValidRecords.of(kind.type(), topic, clients, refusals);
    try (RowWriter<T> rows = output.open(surroundings, layout, usual)) {
      for (T record : records.values()) {
        rows.write(record);
      }
    }
    return refusals.exitCode();
  }
}

package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.output.RowWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** How a topic is followed. */
public final class FollowOptions {

  @Option(
      names = "--from-beginning",
      description = "Begin with what is there already, not with what comes from now on.")
  private boolean fromBeginning;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "" + Long.MAX_VALUE,
      showDefaultValue = Visibility.NEVER,
      description = "End after this many.")
  private long max;

  /**
   * Writes rows as they come, until there are enough.
   *
   * @param said gets a line where Kafka goes away, and where it is back
   * @param toRow empty: no row
   */
  public <T> void write(
      TopicReader reader,
      Consumer<String> said,
      RowWriter<T> rows,
      Function<ConsumerRecord<byte[], byte[]>, Optional<T>> toRow)
      throws IOException {
    if (!fromBeginning) {
      reader.skipToEnd();
    }
    Presence presence = reader.presence(said);
    long left = max;
    while (left > 0) {
      ConsumerRecords<byte[], byte[]> records = reader.poll();
      presence.polled(!records.isEmpty());
      for (ConsumerRecord<byte[], byte[]> record : records) {
        Optional<T> row = left > 0 ? toRow.apply(record) : Optional.empty();
        if (row.isPresent()) {
          rows.write(row.get());
          left--;
        }
      }
      rows.flush();
    }
  }
}

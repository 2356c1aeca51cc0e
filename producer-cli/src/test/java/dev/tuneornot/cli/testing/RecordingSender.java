package dev.tuneornot.cli.testing;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.ConnectionSettings;
import dev.tuneornot.cli.connection.Failures;
import dev.tuneornot.cli.connection.RecordSender;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A sender to Kafka's own fake of a producer. */
public final class RecordingSender {

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final RecordSender sender =
      new RecordSender(
          BatchId.create(),
          kafka,
          new Failures(ConnectionSettings.resolve(Map.of(), Map.of(), Map.of(), Map.of())));

  public RecordSender sender() {
    return sender;
  }

  public List<ProducerRecord<byte[], byte[]>> sent() {
    return kafka.history();
  }
}

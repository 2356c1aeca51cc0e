package dev.tuneornot.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.cli.console.OperationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RecordSenderTest {

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final BatchId batch = BatchId.create();
  private final RecordSender sender = new RecordSender(batch, kafka, failures());
  private final List<String> tooLarge = new ArrayList<>();

  @Test
  void shouldSendKeyValueAndBatch() {
    sender.send("proposals", "p-1", new byte[] {1}, tooLarge::add);
    sender.send("proposals", "p-2", null, tooLarge::add);

    List<ProducerRecord<byte[], byte[]>> sent = kafka.history();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).topic()).isEqualTo("proposals");
    assertThat(sent.get(0).partition()).as("left to Kafka's partitioner").isNull();
    assertThat(new String(sent.get(0).key(), UTF_8)).isEqualTo("p-1");
    assertThat(sent.get(0).value()).containsExactly(1);
    assertThat(sent.get(1).value()).isNull();
    assertThat(sent).allSatisfy(record -> assertThat(batch.isOn(record.headers())).isTrue());
    assertThat(BatchId.create().isOn(sent.get(0).headers())).isFalse();
  }

  @Test
  void shouldCountWhatIsAcknowledged() {
    sender.send("proposals", "p-1", new byte[0], tooLarge::add);
    sender.send("proposals", "p-2", new byte[0], tooLarge::add);

    assertThat(sender.finish()).isEqualTo(2);
  }

  @Test
  void shouldRefuseARecordThatIsTooLargeAndGoOn() {
    sender.send("proposals", "p-1", new byte[0], tooLarge::add);
    kafka.errorNext(new RecordTooLargeException("too large"));
    sender.send("proposals", "p-2", new byte[0], tooLarge::add);

    assertThat(sender.finish()).isEqualTo(1);
    assertThat(tooLarge).containsExactly("too large");
  }

  @Test
  void shouldEndAtTheNextCallAfterAnyOtherFailure() {
    sender.send("proposals", "p-1", new byte[0], tooLarge::add);
    kafka.errorNext(new TimeoutException("expired"));

    assertThatThrownBy(() -> sender.send("proposals", "p-2", new byte[0], tooLarge::add))
        .isInstanceOf(OperationFailure.class)
        .hasMessageContainingAll("b:9092", "expired");
    assertThatThrownBy(sender::finish).isInstanceOf(OperationFailure.class);
    assertThat(kafka.history()).hasSize(1);
  }

  private static Failures failures() {
    return new Failures(
        ConnectionSettings.resolve(
            Map.of(), Map.of(), Map.of(), Map.of("bootstrap.servers", "b:9092")));
  }
}

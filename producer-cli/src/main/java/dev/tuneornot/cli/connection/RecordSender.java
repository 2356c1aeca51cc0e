package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Sends records, each with the id of the batch. A record that is too large is refused and the
 * others go on; any other failure ends it, at the latest at the next call.
 */
public final class RecordSender implements Closeable {

  private final BatchId batch;
  private final Producer<byte[], byte[]> producer;
  private final Failures failures;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public RecordSender(BatchId batch, Clients clients) {
    this(batch, clients.producer(), clients.failures());
  }

  public RecordSender(BatchId batch, Producer<byte[], byte[]> producer, Failures failures) {
    this.batch = batch;
    this.producer = producer;
    this.failures = failures;
  }

  /**
   * Sends a record without further headers.
   *
   * @param value null deletes
   * @param whenTooLarge is told why, on another thread
   * @throws OperationFailure if this or an earlier record could not be sent
   */
  public void send(
      String topic, String key, byte @Nullable [] value, Consumer<String> whenTooLarge) {
    send(topic, key.getBytes(StandardCharsets.UTF_8), value, List.of(), whenTooLarge);
  }

  /**
   * Sends a record with headers, to which the id of the batch is added.
   *
   * @param value null deletes
   * @param whenTooLarge is told why, on another thread
   * @throws OperationFailure if this or an earlier record could not be sent
   */
  public void send(
      String topic,
      byte[] key,
      byte @Nullable [] value,
      List<Header> headers,
      Consumer<String> whenTooLarge) {
    throwIfFailed();
    List<Header> all = new ArrayList<>(headers);
    all.add(batch.header());
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, key, value, all);
    try {
      // The callback is told all that the future would be.
      Future<RecordMetadata> unused =
          producer.send(record, (metadata, refusal) -> answered(refusal, whenTooLarge));
    } catch (KafkaException unsendable) {
      throw failures.ofKafka(unsendable);
    }
  }

  /**
   * Waits until every record is acknowledged.
   *
   * @return how many were
   * @throws OperationFailure if one could not be sent
   */
  public long finish() {
    producer.flush();
    throwIfFailed();
    return acknowledged.get();
  }

  @Override
  public void close() {
    // What is still on its way after a failure is not worth waiting for.
    producer.close(failure.get() == null ? Duration.ofSeconds(10) : Duration.ZERO);
  }

  private void answered(@Nullable Exception refusal, Consumer<String> whenTooLarge) {
    if (refusal == null) {
      acknowledged.incrementAndGet();
    } else if (refusal instanceof RecordTooLargeException) {
      whenTooLarge.accept(String.valueOf(refusal.getMessage()));
    } else {
      failure.compareAndSet(null, refusal);
    }
  }

  private void throwIfFailed() {
    Exception first = failure.get();
    if (first != null) {
      throw failures.ofKafka(first);
    }
  }
}

package dev.tuneornot.benchmarks.contender;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A transactional producer that commits every so often. A failed send fails the commit. */
final class Transactions implements AutoCloseable {

  /** What belongs into a transaction besides its records. */
  @FunctionalInterface
  interface BeforeCommit {
    void add(Producer<byte[], byte[]> producer);
  }

  private final Producer<byte[], byte[]> producer;
  private final BeforeCommit beforeCommit;
  private final long intervalNanos;
  private boolean open;
  private long begun;

  Transactions(
      Map<String, Object> settings, String id, long intervalMs, BeforeCommit beforeCommit) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("transactional.id", id);
    this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    this.beforeCommit = beforeCommit;
    this.intervalNanos = intervalMs * 1_000_000;
    producer.initTransactions();
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    if (!open) {
      producer.beginTransaction();
      open = true;
      begun = System.nanoTime();
    }
    Future<RecordMetadata> unused = producer.send(record);
  }

  void commitIfDue() {
    if (open && System.nanoTime() - begun >= intervalNanos) {
      commit();
    }
  }

  void commit() {
    if (open) {
      beforeCommit.add(producer);
      producer.commitTransaction();
      open = false;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

package dev.tuneornot.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.data.ProposalFile;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends what the contenders read. */
final class Inputs implements AutoCloseable {
  private static final String PROPOSALS = "proposals";
  private static final String PRICING = "pricing";

  private final Map<String, Object> settings;
  private final Producer<byte[], byte[]> producer;
  private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();

  Inputs(String bootstrapServers, String registryUrl) {
    settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
    producer = producer(Map.of("linger.ms", "0"));
    serializer.configure(Map.of("schema.registry.url", registryUrl), false);
  }

  private Producer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(more);
    return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Waits until it is acknowledged. */
  void send(ModelPricing price) throws InterruptedException {
    byte[] value = serializer.serialize(PRICING, price);
    send(Contender.OTHER_PRICES_TOPIC, price.getModelId(), value);
    send(PRICING, price.getModelId(), value);
  }

  /** Waits until it is acknowledged. */
  void send(Proposal proposal) throws InterruptedException {
    send(PROPOSALS, proposal.getProposalId(), serializer.serialize(PROPOSALS, proposal));
  }

  private void send(String topic, String key, byte[] value) throws InterruptedException {
    try {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(topic + " takes nothing", e);
    }
  }

  /** Sends a new proposal without waiting. */
  void sendProbe(String id, byte[] framed) {
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(PROPOSALS, id.getBytes(UTF_8), framed));
  }

  /** In the wire format. */
  byte[] framed(byte[] avro) {
    return WireFormat.frame(proposalSchemaId(), avro);
  }

  private int proposalSchemaId() {
    try {
      return serializer.register(PROPOSALS + "-value", new AvroSchema(Proposal.getClassSchema()));
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("The registry does not take the schema", e);
    }
  }

  /** Proposals on the broker that nobody can see yet. */
  static final class Hidden implements AutoCloseable {
    private final Producer<byte[], byte[]> loader;
    private final long bytes;

    private Hidden(Producer<byte[], byte[]> loader, long bytes) {
      this.loader = loader;
      this.bytes = bytes;
    }

    /** Of the values. */
    long bytes() {
      return bytes;
    }

    /** Makes all of them visible at once. */
    void show() {
      loader.commitTransaction();
    }

    @Override
    public void close() {
      loader.close();
    }
  }

  /**
   * Loads proposals in one transaction. Contenders read committed records only, so all of them have
   * the same backlog at the same instant, and are started and warm by then.
   */
  Hidden load(ProposalFile file, long proposals) throws IOException {
    Producer<byte[], byte[]> loader =
        producer(
            Map.of(
                "transactional.id", "loader",
                "transaction.timeout.ms", "900000",
                "compression.type", "lz4",
                "batch.size", "65536",
                "linger.ms", "20"));
    loader.initTransactions();
    loader.beginTransaction();
    int schemaId = proposalSchemaId();
    long[] bytes = new long[1];
    file.forEach(
        0,
        proposals,
        (number, id, avro) -> {
          byte[] value = WireFormat.frame(schemaId, avro);
          bytes[0] += value.length;
          Future<RecordMetadata> unused =
              loader.send(new ProducerRecord<>(PROPOSALS, id.getBytes(UTF_8), value));
        });
    loader.flush();
    return new Hidden(loader, bytes[0]);
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }
}

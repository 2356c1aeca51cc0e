package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.topics.RecordHeaders;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends prices and proposals with Kafka's own producer and Confluent's serializer. */
final class Loader implements AutoCloseable {
  private final Cluster cluster;
  private final Producer<String, Object> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private @Nullable Uuid pricingTopic;

  Loader(Cluster cluster) {
    this.cluster = cluster;
    KafkaAvroSerializer values = new KafkaAvroSerializer();
    values.configure(Map.of("schema.registry.url", cluster.registryUrl()), false);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", "20"),
            new StringSerializer(),
            values);
  }

  /** Returns once all are written. */
  void proposals(Collection<Proposal> proposals, String batch)
      throws InterruptedException, ExecutionException {
    for (Proposal proposal : proposals) {
      ProducerRecord<String, Object> message =
          new ProducerRecord<>("proposals", proposal.getProposalId(), proposal);
      message.headers().add(BatchId.HEADER, batch.getBytes(UTF_8));
      send(message);
    }
    flush();
  }

  /** Returns once all are deleted. */
  void deletions(Collection<String> proposalIds) throws InterruptedException, ExecutionException {
    proposalIds.forEach(id -> send(new ProducerRecord<>("proposals", id, null)));
    flush();
  }

  /** Returns once all are written. */
  void usage(Collection<Usage> measured) throws InterruptedException, ExecutionException {
    measured.forEach(usage -> send(new ProducerRecord<>("usage", usage.getProposalId(), usage)));
    flush();
  }

  /** Returns once that of all is deleted. */
  void usageDeletions(Collection<String> proposalIds)
      throws InterruptedException, ExecutionException {
    proposalIds.forEach(id -> send(new ProducerRecord<>("usage", id, null)));
    flush();
  }

  /** Returns once all are written. */
  void prices(Collection<ModelPricing> prices) throws InterruptedException, ExecutionException {
    prices.forEach(pricing -> send(new ProducerRecord<>("pricing", pricing.getModelId(), pricing)));
    flush();
  }

  /** Sends one price and returns the id of the change that it is. */
  String price(ModelPricing pricing) throws InterruptedException, ExecutionException {
    return price(new ProducerRecord<>("pricing", pricing.getModelId(), pricing), pricing);
  }

  /** Likewise, as one who has looked at it. */
  String confirmedPrice(ModelPricing pricing) throws InterruptedException, ExecutionException {
    ProducerRecord<String, Object> message =
        new ProducerRecord<>("pricing", pricing.getModelId(), pricing);
    message.headers().add(RecordHeaders.CONFIRMED, RecordHeaders.TRUE.getBytes(UTF_8));
    return price(message, pricing);
  }

  private String price(ProducerRecord<String, Object> message, ModelPricing pricing)
      throws InterruptedException, ExecutionException {
    long offset = producer.send(message).get().offset();
    return "PRICE/" + pricing.getModelId() + "@" + pricingTopic() + "." + offset;
  }

  /** Asked for once: a client for each price would be most of the work. */
  private Uuid pricingTopic() throws InterruptedException, ExecutionException {
    Uuid known = pricingTopic;
    if (known == null) {
      try (Admin admin = cluster.admin()) {
        known =
            admin.describeTopics(List.of("pricing")).allTopicNames().get().get("pricing").topicId();
      }
      pricingTopic = known;
    }
    return known;
  }

  /** Returns once it is written. */
  void policy(String portfolio, Policy policy) throws InterruptedException, ExecutionException {
    send(new ProducerRecord<>("policies", portfolio, policy));
    flush();
  }

  private void send(ProducerRecord<String, Object> message) {
    sent.add(producer.send(message));
  }

  private void flush() throws InterruptedException, ExecutionException {
    producer.flush();
    for (Future<RecordMetadata> written : sent) {
      written.get();
    }
    sent.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}

package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;

/** One thread of {@link LimitMain}, with a consumer and a transactional producer of its own. */
final class LimitLoop implements Runnable, ConsumerRebalanceListener {
  private static final Duration POLL = Duration.ofMillis(10);
  private static final String RECOMMENDATIONS = "recommendations";

  private final Consumer<byte[], byte[]> consumer;
  private final Transactions transactions;
  private final ProposalDecoder decoder;
  private final Serializer<Object> serializer;
  private final PriceBook prices;
  private final Policy policy = Policies.builtin();
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

  LimitLoop(Arguments settings, SchemaRegistryClient registry, PriceBook prices, int number) {
    this.consumer =
        new KafkaConsumer<>(
            settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.transactions =
        new Transactions(
            settings.producer(),
            "limit-" + number,
            settings.number("commit.interval.ms"),
            this::sendOffsets);
    this.decoder = new ProposalDecoder(registry);
    this.serializer =
        new QuickAvroSerializer(
            new KafkaAvroSerializer(registry, settings.registry()),
            RecommendationWriter.bySchema(),
            Set.of());
    this.prices = prices;
  }

  @Override
  public void run() {
    consumer.subscribe(List.of("proposals"), this);
    while (true) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        transactions.send(answer(record));
        done.put(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1));
      }
      transactions.commitIfDue();
    }
  }

  private ProducerRecord<byte[], byte[]> answer(ConsumerRecord<byte[], byte[]> record) {
    Proposal proposal = decoder.decode(record.value());
    long now = System.currentTimeMillis();
    Recommendation recommendation =
        Evaluator.evaluate(proposal, null, prices, policy, Instant.ofEpochMilli(now));
    byte[] value = serializer.serialize(RECOMMENDATIONS, recommendation);
    return new ProducerRecord<>(RECOMMENDATIONS, null, now, record.key(), value, record.headers());
  }

  private void sendOffsets(Producer<byte[], byte[]> producer) {
    producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
    done.clear();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    transactions.commit();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
}

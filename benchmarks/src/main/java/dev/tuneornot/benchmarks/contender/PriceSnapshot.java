package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The prices that there were at the start. */
final class PriceSnapshot implements PriceBook {
  private static final String TOPIC = "pricing";

  private final Map<String, ModelPricing> prices = new HashMap<>();

  private PriceSnapshot() {}

  static PriceSnapshot read(Arguments settings, SchemaRegistryClient registry) {
    PriceSnapshot snapshot = new PriceSnapshot();
    Map<String, Object> specific = new HashMap<>(settings.registry());
    specific.put("specific.avro.reader", "true");
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry, specific);
        Consumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          ModelPricing price = (ModelPricing) deserializer.deserialize(TOPIC, record.value());
          snapshot.prices.put(price.getModelId(), price);
        }
      }
    }
    return snapshot;
  }

  @Override
  public @Nullable ModelPricing find(String modelId) {
    return prices.get(modelId);
  }
}

package dev.tuneornot.standalone;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Waits until prices and policies that were sent have reached every task; their impacts tell. */
final class ReferenceInForce {
  private static final Duration POLL = Duration.ofMillis(100);

  private final EmbeddedStack stack;

  ReferenceInForce(EmbeddedStack stack) {
    this.stack = stack;
  }

  /**
   * @return whether so many different prices and policies had a completed impact in time
   */
  boolean await(int records, Duration timeout) {
    TrustedClasses.install();
    Set<String> complete = new HashSet<>();
    long end = System.nanoTime() + timeout.toNanos();
    try (Consumer<String, Object> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TopicSpec.PRICE_IMPACTS.name("")).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (complete.size() < records && System.nanoTime() < end) {
        consumer
            .poll(POLL)
            .forEach(
                record -> {
                  if (record.value() instanceof PriceImpact impact
                      && impact.getState() == ImpactState.COMPLETE) {
                    complete.add(impact.getKind() + "/" + impact.getKey());
                  }
                });
      }
    }
    return complete.size() >= records;
  }

  private Consumer<String, Object> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "schema.registry.url",
            stack.registryUrl(),
            "specific.avro.reader",
            "true",
            "isolation.level",
            "read_committed",
            "key.deserializer",
            StringDeserializer.class.getName(),
            "value.deserializer",
            KafkaAvroDeserializer.class.getName()));
  }
}

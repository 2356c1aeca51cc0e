package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/** The tables that are joined, and where the outcome goes. */
final class JoinTables {
  private final Map<String, Object> registry;

  JoinTables(Map<String, Object> registry) {
    this.registry = registry;
  }

  KTable<String, Proposal> proposals(StreamsBuilder builder) {
    return builder.table(
        "proposals", consumed("proposals-source"), stored("proposals", this.<Proposal>serde()));
  }

  KTable<String, ModelPricing> prices(StreamsBuilder builder) {
    return builder.table(
        "pricing", consumed("pricing-source"), stored("pricing", this.<ModelPricing>serde()));
  }

  void recommend(KStream<String, Recommendation> recommendations) {
    recommendations.to(
        "recommendations",
        Produced.<String, Recommendation>as("recommendations-sink")
            .withKeySerde(Serdes.String())
            .withValueSerde(serde()));
  }

  <T> Consumed<String, T> consumed(String name) {
    return Consumed.<String, T>as(name).withKeySerde(Serdes.String()).withValueSerde(serde());
  }

  static <T> Materialized<String, T, KeyValueStore<Bytes, byte[]>> stored(
      String name, Serde<T> values) {
    return Materialized.<String, T, KeyValueStore<Bytes, byte[]>>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(values);
  }

  @SuppressWarnings("unchecked") // Confluent's classes are typed by Object.
  <T> Serde<T> serde() {
    Serializer<Object> confluent = new KafkaAvroSerializer();
    confluent.configure(registry, false);
    Serializer<Object> serializer =
        new QuickAvroSerializer(confluent, RecommendationWriter.bySchema(), Set.of());
    Map<String, Object> specific = new HashMap<>(registry);
    specific.put("specific.avro.reader", "true");
    Deserializer<Object> deserializer = new KafkaAvroDeserializer();
    deserializer.configure(specific, false);
    return (Serde<T>) Serdes.serdeFrom(serializer, deserializer);
  }
}

package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TableJoined;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Proposals left-joined on their first candidate with the prices. A table can be joined on one key
 * only, so the prices of the baseline and of the other candidates are looked up in a global table;
 * when those change, nothing happens.
 *
 * <p>A proposal without candidates has no foreign key: the left join hands it on with no price.
 */
final class ForeignKeyJoinTopology {

  /** A proposal and the price of its first candidate. */
  record Priced(Proposal proposal, @Nullable ModelPricing price) {}

  private final Map<String, Object> registry;

  ForeignKeyJoinTopology(Map<String, Object> registry) {
    this.registry = registry;
  }

  Topology build(Properties settings) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, Proposal> proposals =
        builder.table("proposals", consumed("proposals-source"), stored("proposals"));
    KTable<String, ModelPricing> prices =
        builder.table("pricing", consumed("pricing-source"), stored("pricing"));
    builder.globalTable(
        Contender.OTHER_PRICES_TOPIC,
        this.<ModelPricing>consumed("other-prices-source"),
        Materialized.<String, ModelPricing>as(Stores.inMemoryKeyValueStore(CachedPrices.STORE))
            .withKeySerde(Serdes.String())
            .withValueSerde(serde()));
    proposals
        .leftJoin(
            prices,
            ForeignKeyJoinTopology::firstCandidate,
            Priced::new,
            TableJoined.as("price-join"))
        .toStream(Named.as("priced"))
        .processValues(RecommendValues::new, Named.as("recommend"))
        .to(
            "recommendations",
            Produced.<String, Recommendation>as("recommendations-sink")
                .withKeySerde(Serdes.String())
                .withValueSerde(serde()));
    return builder.build(settings);
  }

  private static @Nullable String firstCandidate(Proposal proposal) {
    List<String> candidates = proposal.getCandidateModels();
    return candidates.isEmpty() ? null : candidates.get(0);
  }

  private <T> Consumed<String, T> consumed(String name) {
    return Consumed.<String, T>as(name).withKeySerde(Serdes.String()).withValueSerde(serde());
  }

  private <T> Materialized<String, T, KeyValueStore<Bytes, byte[]>> stored(String name) {
    return Materialized.<String, T, KeyValueStore<Bytes, byte[]>>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(serde());
  }

  @SuppressWarnings("unchecked") // Confluent's classes are typed by Object.
  private <T> Serde<T> serde() {
    Serializer<Object> confluent = new KafkaAvroSerializer();
    confluent.configure(registry, false);
    Serializer<Object> serializer = new QuickAvroSerializer(confluent);
    Map<String, Object> specific = new HashMap<>(registry);
    specific.put("specific.avro.reader", "true");
    Deserializer<Object> deserializer = new KafkaAvroDeserializer();
    deserializer.configure(specific, false);
    return (Serde<T>) Serdes.serdeFrom(serializer, deserializer);
  }
}

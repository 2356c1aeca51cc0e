package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TableJoined;
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

  private final JoinTables tables;

  ForeignKeyJoinTopology(Map<String, Object> registry) {
    this.tables = new JoinTables(registry);
  }

  Topology build(Properties settings) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, Proposal> proposals = tables.proposals(builder);
    KTable<String, ModelPricing> prices = tables.prices(builder);
    builder.globalTable(
        Contender.OTHER_PRICES_TOPIC,
        tables.<ModelPricing>consumed("other-prices-source"),
        Materialized.<String, ModelPricing>as(Stores.inMemoryKeyValueStore(CachedPrices.STORE))
            .withKeySerde(Serdes.String())
            .withValueSerde(tables.serde()));
    tables.recommend(
        proposals
            .leftJoin(
                prices,
                ForeignKeyJoinTopology::firstCandidate,
                Priced::new,
                TableJoined.as("price-join"))
            .toStream(Named.as("priced"))
            .processValues(RecommendValues::new, Named.as("recommend")));
    return builder.build(settings);
  }

  private static @Nullable String firstCandidate(Proposal proposal) {
    List<String> candidates = proposal.getCandidateModels();
    return candidates.isEmpty() ? null : candidates.get(0);
  }
}

package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TableJoined;
import org.jspecify.annotations.Nullable;

/**
 * Proposals left-joined with the prices once for the baseline and once for each candidate, one
 * after the other, so that a change of any of their prices is followed, as it is by ours.
 */
final class ForeignKeyJoinsTopology {
  /** The most that a proposal of the benchmark's portfolio has. */
  private static final int CANDIDATES = 3;

  private final JoinTables tables;

  ForeignKeyJoinsTopology(Map<String, Object> registry) {
    this.tables = new JoinTables(registry);
  }

  Topology build(Properties settings) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, ModelPricing> prices = tables.prices(builder);
    Serde<PricedProposal> serde = PricedProposal.serde(tables.serde(), tables.serde());
    KTable<String, PricedProposal> priced =
        tables
            .proposals(builder)
            .leftJoin(
                prices,
                ForeignKeyJoinsTopology::baseline,
                PricedProposal::of,
                TableJoined.as("baseline-join"),
                JoinTables.stored("baseline-joined", serde));
    for (int i = 0; i < CANDIDATES; i++) {
      int number = i;
      priced =
          priced.leftJoin(
              prices,
              each -> candidate(each.proposal(), number),
              PricedProposal::and,
              TableJoined.as("candidate-" + number + "-join"),
              JoinTables.stored("candidate-" + number + "-joined", serde));
    }
    tables.recommend(
        priced
            .toStream(Named.as("priced"))
            .mapValues(ForeignKeyJoinsTopology::recommend, Named.as("recommend")));
    return builder.build(settings);
  }

  private static @Nullable String baseline(Proposal proposal) {
    if (proposal.getCandidateModels().size() > CANDIDATES) {
      throw new IllegalStateException("More candidates than joins: " + proposal.getProposalId());
    }
    return proposal.getBaselineModel();
  }

  private static @Nullable String candidate(Proposal proposal, int number) {
    List<String> candidates = proposal.getCandidateModels();
    return number < candidates.size() ? candidates.get(number) : null;
  }

  private static @Nullable Recommendation recommend(@Nullable PricedProposal priced) {
    if (priced == null) {
      return null;
    }
    PriceBook prices = priced::price;
    return Evaluator.evaluate(priced.proposal(), null, prices, Policies.builtin(), Instant.now());
  }
}

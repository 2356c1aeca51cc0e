package dev.tuneornot.streams.topology;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.streams.impact.SumImpactsProcessor;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.reference.EveryPartition;
import dev.tuneornot.streams.reference.ValidateProcessor;
import dev.tuneornot.streams.rollup.ByName;
import dev.tuneornot.streams.rollup.SumPortfoliosProcessor;
import dev.tuneornot.streams.score.EvaluateProcessor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Builds the topology.
 *
 * <pre>
 * pricing, policies, commands --&gt; validate, judge --&gt; reference (every partition),
 * price-reviews                                   price-reviews, pricing (put back)
 * proposals, usage, reference --&gt; evaluate --&gt; recommendations, recommendation-changes,
 *                                               partials, dead-letters
 * portfolio-partials --&gt; sum-portfolios --&gt; portfolio-summaries
 * impact-partials --&gt; sum-impacts --&gt; price-impacts
 * </pre>
 *
 * <p>All of it is one sub-topology, so that a task is a partition with everything that belongs to
 * it (docs/decisions/0017-one-sub-topology.md).
 */
public final class TuneOrNotTopology {
  private static final Deserializer<byte[]> BYTES_IN = new ByteArrayDeserializer();
  private static final Serializer<byte[]> BYTES_OUT = new ByteArraySerializer();

  static final EvaluateProcessor.Stores EVALUATE_STORES =
      new EvaluateProcessor.Stores(
          Names.PROPOSALS_STORE,
          Names.USAGE_STORE,
          Names.PAGES_STORE,
          Names.REFERENCE_STORE,
          Names.SWEEP_STORE,
          Names.SCHEMAS_STORE,
          Names.PARKED_STORE,
          Names.BACKLOG_STORE,
          Names.PORTFOLIO_PARTIALS_STORE,
          Names.IMPACT_PARTIALS_STORE);

  /** What is stored is an input record with some bytes around it, so it may be larger. */
  private static final Map<String, String> CHANGELOG =
      Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2097152");

  private final Topics topics;
  private final EvaluateProcessor.Collaborators collaborators;
  private final QuickAvroSerializer avro;
  private final Function<String, KeyValueBytesStoreSupplier> storage;

  /**
   * @param avro serializes the records of the output topics, recommendations as encoded records
   */
  public TuneOrNotTopology(
      Topics topics, EvaluateProcessor.Collaborators collaborators, QuickAvroSerializer avro) {
    this(topics, collaborators, avro, Stores::persistentKeyValueStore);
  }

  /**
   * Likewise, with stores of one's own choice.
   *
   * @param storage gives the store of a name
   */
  TuneOrNotTopology(
      Topics topics,
      EvaluateProcessor.Collaborators collaborators,
      QuickAvroSerializer avro,
      Function<String, KeyValueBytesStoreSupplier> storage) {
    this.topics = topics;
    this.collaborators = collaborators;
    this.avro = avro;
    this.storage = storage;
  }

  public Topology build() {
    Topology topology = new Topology();
    addValidate(topology);
    addEvaluate(topology);
    addSumPortfolios(topology);
    addSumImpacts(topology);
    joinToOneSubTopology(topology);
    return topology;
  }

  /**
   * Kafka Streams deals tasks to threads by their number, not by their weight: with sub-topologies
   * for the light work, one thread may get all tasks of the heavy one. Processors that share a
   * store are in one sub-topology; these do not use it.
   */
  private static void joinToOneSubTopology(Topology topology) {
    for (String processor : List.of(Names.VALIDATE, Names.SUM_PORTFOLIOS, Names.SUM_IMPACTS)) {
      topology.connectProcessorAndStateStores(processor, Names.SWEEP_STORE);
    }
    // Which prices are stale is up to a policy.
    topology.connectProcessorAndStateStores(Names.VALIDATE, Names.REFERENCE_STORE);
  }

  private void addValidate(Topology topology) {
    ValidateProcessor.Wiring wiring =
        new ValidateProcessor.Wiring(
            Names.VALID_STORE,
            Names.VALIDATE_PARKED_STORE,
            Names.VALIDATE_SCHEMAS_STORE,
            Names.REVIEWS_STORE,
            Names.REFERENCE_STORE,
            Names.REFERENCE_SINK,
            Names.REVIEWS_SINK,
            Names.PRICING_SINK,
            Names.VALIDATE_DEAD_LETTERS_SINK,
            topics.pricing(),
            topics.policies(),
            topics.priceReviews(),
            collaborators.identities());
    SchemaLookup lookup = collaborators.lookup();
    addSource(topology, Names.PRICING_SOURCE, new BeforeProposals(), topics.pricing());
    addSource(topology, Names.POLICIES_SOURCE, new BeforeProposals(), topics.policies());
    addSource(topology, Names.COMMANDS_SOURCE, new BeforeProposals(), topics.commands());
    addSource(topology, Names.REVIEWS_SOURCE, new BeforeProposals(), topics.priceReviews());
    topology.addProcessor(
        Names.VALIDATE,
        () ->
            new ValidateProcessor(
                wiring,
                lookup,
                collaborators.partitionCheck(),
                collaborators.reviewing(),
                collaborators.meters(),
                collaborators.recordTaken()),
        Names.PRICING_SOURCE,
        Names.POLICIES_SOURCE,
        Names.COMMANDS_SOURCE,
        Names.REVIEWS_SOURCE);
    addStores(
        topology,
        Names.VALIDATE,
        Names.VALID_STORE,
        Names.VALIDATE_PARKED_STORE,
        Names.VALIDATE_SCHEMAS_STORE,
        Names.REVIEWS_STORE);
    topology.addSink(Names.REVIEWS_SINK, topics.priceReviews(), BYTES_OUT, avro, Names.VALIDATE);
    topology.addSink(Names.PRICING_SINK, topics.pricing(), BYTES_OUT, avro, Names.VALIDATE);
    topology.addSink(
        Names.REFERENCE_SINK,
        topics.reference(),
        BYTES_OUT,
        BYTES_OUT,
        new EveryPartition(),
        Names.VALIDATE);
    topology.addSink(
        Names.VALIDATE_DEAD_LETTERS_SINK,
        topics.deadLetters(),
        BYTES_OUT,
        BYTES_OUT,
        Names.VALIDATE);
  }

  private void addEvaluate(Topology topology) {
    EvaluateProcessor.Sinks sinks =
        new EvaluateProcessor.Sinks(
            Names.RECOMMENDATIONS_SINK,
            Names.RECOMMENDATION_CHANGES_SINK,
            Names.EVALUATE_DEAD_LETTERS_SINK,
            Names.PORTFOLIO_PARTIALS_SINK,
            Names.IMPACT_PARTIALS_SINK);
    EvaluateProcessor.Topics known =
        new EvaluateProcessor.Topics(
            topics.reference(),
            topics.usage(),
            collaborators.identities().of(topics.recommendations()).toString());
    addSource(topology, Names.PROPOSALS_SOURCE, new InputTimestamps(), topics.proposals());
    addSource(topology, Names.USAGE_SOURCE, new BeforeProposals(), topics.usage());
    addSource(topology, Names.REFERENCE_SOURCE, new BeforeProposals(), topics.reference());
    topology.addProcessor(
        Names.EVALUATE,
        () -> new EvaluateProcessor(known, EVALUATE_STORES, sinks, collaborators),
        Names.PROPOSALS_SOURCE,
        Names.USAGE_SOURCE,
        Names.REFERENCE_SOURCE);
    addStores(topology, Names.EVALUATE, EVALUATE_STORES.names());
    addPartialsSink(topology, Names.PORTFOLIO_PARTIALS_SINK, topics.portfolioPartials());
    addPartialsSink(topology, Names.IMPACT_PARTIALS_SINK, topics.impactPartials());
    topology.addSink(
        Names.RECOMMENDATIONS_SINK, topics.recommendations(), BYTES_OUT, avro, Names.EVALUATE);
    topology.addSink(
        Names.RECOMMENDATION_CHANGES_SINK,
        topics.recommendationChanges(),
        BYTES_OUT,
        avro,
        Names.EVALUATE);
    topology.addSink(
        Names.EVALUATE_DEAD_LETTERS_SINK,
        topics.deadLetters(),
        BYTES_OUT,
        BYTES_OUT,
        Names.EVALUATE);
  }

  private static void addPartialsSink(Topology topology, String name, String topic) {
    topology.addSink(name, topic, BYTES_OUT, BYTES_OUT, new ByName(), Names.EVALUATE);
  }

  private void addSumPortfolios(Topology topology) {
    addSource(
        topology,
        Names.PORTFOLIO_PARTIALS_SOURCE,
        new BeforeProposals(),
        topics.portfolioPartials());
    topology.addProcessor(
        Names.SUM_PORTFOLIOS,
        () ->
            new SumPortfoliosProcessor(
                Names.PORTFOLIO_SUMS_STORE,
                Names.PORTFOLIO_EMITTED_STORE,
                collaborators.recordTaken()),
        Names.PORTFOLIO_PARTIALS_SOURCE);
    addStores(
        topology, Names.SUM_PORTFOLIOS, Names.PORTFOLIO_SUMS_STORE, Names.PORTFOLIO_EMITTED_STORE);
    topology.addSink(
        Names.PORTFOLIO_SUMMARIES_SINK,
        topics.portfolioSummaries(),
        BYTES_OUT,
        avro,
        Names.SUM_PORTFOLIOS);
  }

  private void addSumImpacts(Topology topology) {
    addSource(
        topology, Names.IMPACT_PARTIALS_SOURCE, new BeforeProposals(), topics.impactPartials());
    topology.addProcessor(
        Names.SUM_IMPACTS,
        () ->
            new SumImpactsProcessor(
                Names.IMPACT_REPORTS_STORE,
                Names.IMPACT_EMITTED_STORE,
                collaborators.recordTaken()),
        Names.IMPACT_PARTIALS_SOURCE);
    addStores(topology, Names.SUM_IMPACTS, Names.IMPACT_REPORTS_STORE, Names.IMPACT_EMITTED_STORE);
    topology.addSink(
        Names.PRICE_IMPACTS_SINK, topics.priceImpacts(), BYTES_OUT, avro, Names.SUM_IMPACTS);
  }

  private static void addSource(
      Topology topology, String name, TimestampExtractor timestamps, String topic) {
    topology.addSource(AutoOffsetReset.earliest(), name, timestamps, BYTES_IN, BYTES_IN, topic);
  }

  private void addStores(Topology topology, String processor, String... names) {
    for (String name : names) {
      topology.addStateStore(store(name), processor);
    }
  }

  /** Logged, so that what was accepted survives whatever becomes of the source topics. */
  private StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(storage.apply(name), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(CHANGELOG);
  }
}

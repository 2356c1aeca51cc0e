package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.evaluation.judging.ReviewBounds;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.inbound.TopicIdentities;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.reference.Reviewing;
import dev.tuneornot.streams.score.EvaluateProcessor;
import dev.tuneornot.streams.sweep.SliceBudget;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology on a test driver, with a registry that can go away and slices of so many rows. */
final class Bench implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  static final Topics TOPICS = Topics.of("", "bench");
  private static final Map<String, Integer> PARTITIONS =
      Map.of(
          TOPICS.proposals(),
          1,
          TOPICS.usage(),
          1,
          TOPICS.pricing(),
          1,
          TOPICS.policies(),
          1,
          TOPICS.commands(),
          1,
          TOPICS.priceReviews(),
          1);

  /** Each a random one. */
  static final TopicIdentities IDENTITIES =
      new TopicIdentities(
          Map.of(
              TOPICS.proposals(), Uuid.randomUuid(),
              TOPICS.usage(), Uuid.randomUuid(),
              TOPICS.pricing(), Uuid.randomUuid(),
              TOPICS.policies(), Uuid.randomUuid(),
              TOPICS.commands(), Uuid.randomUuid(),
              TOPICS.recommendations(), Uuid.randomUuid()));

  /** Most tests are about something else, and let prices jump to and fro. */
  static final Reviewing NOT_REVIEWING = new Reviewing(false, ReviewBounds.DEFAULTS, "bench");

  static final Reviewing REVIEWING = new Reviewing(true, ReviewBounds.DEFAULTS, "bench");

  private static final Duration SLICE_INTERVAL = Duration.ofMillis(20);
  private static final Duration FLUSH_INTERVAL = Duration.ofMillis(400);
  private static final int MOST_SLICES = 10_000;

  final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  final FaultyLookup lookup = new FaultyLookup(registry);

  boolean gateOpen = true;

  /** What the budget of slices has been told of. */
  int recordsTold;

  int proposalsTold;
  private Instant now = START;

  private final KafkaAvroSerializer serializer =
      new KafkaAvroSerializer(registry, Map.of("schema.registry.url", "mock://bench"));
  final AppMeters meters = new AppMeters();
  final CacheBudget cache = new CacheBudget(1_000_000);
  private boolean closed;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> proposals;
  private final TestInputTopic<String, byte[]> usage;
  private final TestInputTopic<String, byte[]> pricing;
  private final TestInputTopic<String, byte[]> policies;
  private final TestInputTopic<String, byte[]> reviews;
  private final TestOutputTopic<String, byte[]> reviewsOut;
  private final TestOutputTopic<String, byte[]> pricingOut;
  private final TestOutputTopic<String, byte[]> recommendations;
  private final TestOutputTopic<String, byte[]> changes;
  private final TestOutputTopic<String, byte[]> deadLetters;
  private final TestOutputTopic<String, byte[]> summaries;
  private final TestOutputTopic<String, byte[]> impacts;
  private final TestInputTopic<String, byte[]> commands;
  private final KafkaAvroDeserializer deserializer =
      new KafkaAvroDeserializer(
          registry, Map.of("schema.registry.url", "mock://bench", "specific.avro.reader", "true"));

  /** Slices without a bound. */
  Bench() {
    this(Integer.MAX_VALUE);
  }

  Bench(int rowsASlice) {
    this(rowsASlice, NOT_REVIEWING);
  }

  Bench(int rowsASlice, Reviewing reviewing) {
    TrustedClasses.install();
    driver = new TopologyTestDriver(topology(rowsASlice, reviewing), settings(), START);
    reviews = input(TOPICS.priceReviews());
    reviewsOut = output(TOPICS.priceReviews());
    pricingOut = output(TOPICS.pricing());
    proposals = input(TOPICS.proposals());
    usage = input(TOPICS.usage());
    pricing = input(TOPICS.pricing());
    policies = input(TOPICS.policies());
    recommendations = output(TOPICS.recommendations());
    commands = input(TOPICS.commands());
    changes = output(TOPICS.recommendationChanges());
    deadLetters = output(TOPICS.deadLetters());
    summaries = output(TOPICS.portfolioSummaries());
    impacts = output(TOPICS.priceImpacts());
  }

  Topology topology(int rowsASlice) {
    return topology(rowsASlice, NOT_REVIEWING);
  }

  private Topology topology(int rowsASlice, Reviewing reviewing) {
    QuickAvroSerializer output =
        new QuickAvroSerializer(
            new KafkaAvroSerializer(registry, Map.of("schema.registry.url", "mock://bench")),
            RecommendationWriter.bySchema(),
            Set.of());
    EvaluateProcessor.Collaborators collaborators =
        new EvaluateProcessor.Collaborators(
            lookup,
            Admission.PartitionCheck.murmur2(PARTITIONS),
            1,
            IDENTITIES,
            counting(SliceBudget.rows(rowsASlice)),
            SLICE_INTERVAL,
            () -> gateOpen,
            cache,
            reviewing,
            meters);
    return new TuneOrNotTopology(TOPICS, collaborators, output, Stores::inMemoryKeyValueStore)
        .build();
  }

  private SliceBudget counting(SliceBudget budget) {
    return new SliceBudget() {
      @Override
      public Slice begin(TaskId task) {
        return budget.begin(task);
      }

      @Override
      public void recordTaken() {
        recordsTold++;
      }

      @Override
      public void proposalTaken() {
        proposalsTold++;
      }
    };
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  byte[] encode(String topic, SpecificRecord record) {
    return serializer.serialize(topic, record);
  }

  void send(Proposal proposal) {
    send(proposal, new RecordHeaders());
  }

  void send(Proposal proposal, Headers headers) {
    sendProposal(proposal.getProposalId(), encode(TOPICS.proposals(), proposal), headers);
  }

  void sendProposal(@Nullable String key, byte @Nullable [] value, Headers headers) {
    proposals.pipeInput(new TestRecord<>(key, value, headers, now()));
  }

  void send(Usage measured) {
    usage.pipeInput(measured.getProposalId(), encode(TOPICS.usage(), measured), now());
  }

  void deleteUsage(String id) {
    usage.pipeInput(id, (byte[]) null, now());
  }

  /** All changes of decisions and verdicts since the last call. */
  List<RecommendationChange> changes() {
    List<RecommendationChange> all = new ArrayList<>();
    for (TestRecord<String, byte[]> record : changes.readRecordsToList()) {
      all.add(
          (RecommendationChange)
              deserializer.deserialize(TOPICS.recommendationChanges(), record.value()));
    }
    return all;
  }

  void deleteProposal(String id) {
    sendProposal(id, null, new RecordHeaders());
  }

  void send(ModelPricing price) {
    sendPricing(price.getModelId(), encode(TOPICS.pricing(), price));
  }

  /** By a person who has looked at it. */
  void confirm(ModelPricing price) {
    confirm(price, "true");
  }

  void confirm(ModelPricing price, String header) {
    send(price, "tuneornot.confirmed", header);
  }

  /** As an application writes it where a price is rejected. */
  void sendPutBack(ModelPricing price, String application) {
    send(price, "tuneornot.written.by", application);
  }

  private void send(ModelPricing price, String header, String value) {
    Headers headers = new RecordHeaders().add(header, bytes(value));
    byte[] encoded = encode(TOPICS.pricing(), price);
    pricing.pipeInput(new TestRecord<>(price.getModelId(), encoded, headers, now()));
  }

  /**
   * @param offset of the held price; null: not said
   */
  void reject(String modelId, @Nullable Long offset) {
    Headers headers = new RecordHeaders();
    if (offset != null) {
      headers.add("tuneornot.rejected.offset", bytes(offset.toString()));
    }
    reviews.pipeInput(new TestRecord<>(modelId, null, headers, now()));
  }

  /** Something else than a rejection. */
  void writeReview(String key, byte[] value) {
    reviews.pipeInput(key, value, now());
  }

  /** What has been written of reviews since the last call; null: there is none any more. */
  List<@Nullable PriceReview> reviews() {
    List<@Nullable PriceReview> all = new ArrayList<>();
    for (TestRecord<String, byte[]> record : reviewsOut.readRecordsToList()) {
      all.add((PriceReview) deserializer.deserialize(TOPICS.priceReviews(), record.value()));
    }
    return all;
  }

  /** The prices that have been put back since the last call; null: a deletion. */
  List<@Nullable ModelPricing> putBack() {
    List<@Nullable ModelPricing> all = new ArrayList<>();
    for (TestRecord<String, byte[]> record : pricingOut.readRecordsToList()) {
      all.add((ModelPricing) deserializer.deserialize(TOPICS.pricing(), record.value()));
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  void sendPricing(String key, byte @Nullable [] value) {
    pricing.pipeInput(key, value, now());
  }

  void send(String key, Policy policy) {
    policies.pipeInput(key, encode(TOPICS.policies(), policy), now());
  }

  void deletePolicy(String key) {
    policies.pipeInput(key, (byte[]) null, now());
  }

  void command(String name) {
    commands.pipeInput(name, new byte[0], now());
  }

  /** The summaries since the last call, the last of each portfolio; null where it was deleted. */
  Map<String, @Nullable PortfolioSummary> summaries() {
    Map<String, @Nullable PortfolioSummary> last = new LinkedHashMap<>();
    for (TestRecord<String, byte[]> record : summaries.readRecordsToList()) {
      last.put(
          record.key(),
          (PortfolioSummary) deserializer.deserialize(TOPICS.portfolioSummaries(), record.value()));
    }
    return last;
  }

  /** All impacts since the last call. */
  List<PriceImpact> impacts() {
    List<PriceImpact> all = new ArrayList<>();
    for (TestRecord<String, byte[]> record : impacts.readRecordsToList()) {
      all.add((PriceImpact) deserializer.deserialize(TOPICS.priceImpacts(), record.value()));
    }
    return all;
  }

  Instant now() {
    return now;
  }

  /** Lets so much time go by; runs at the most one slice. */
  void advance(Duration time) {
    driver.advanceWallClockTime(time);
    now = now.plus(time);
  }

  /** Lets time go by until {@code instant}. */
  void advanceTo(Instant instant) {
    advance(Duration.between(now, instant));
  }

  /** The id of the change that a record of a price is. */
  static String priceChange(String modelId, long offset) {
    return "PRICE/" + modelId + "@" + IDENTITIES.of(TOPICS.pricing()) + "." + offset;
  }

  void slice() {
    advance(SLICE_INTERVAL);
  }

  /** Runs slices until two in a row say nothing new, and returns all recommendations till then. */
  List<Recommendation> settle() {
    List<Recommendation> all = new ArrayList<>(drain());
    int quiet = 0;
    for (int i = 0; i < MOST_SLICES && quiet < 12; i++) {
      slice();
      List<Recommendation> more = drain();
      quiet = more.isEmpty() ? quiet + 1 : 0;
      all.addAll(more);
    }
    // Sums and reports follow, at two levels.
    advance(FLUSH_INTERVAL);
    advance(FLUSH_INTERVAL);
    return all;
  }

  /** The recommendations since the last call; deletions left out. */
  List<Recommendation> drain() {
    List<Recommendation> read = new ArrayList<>();
    for (TestRecord<String, byte[]> record : drainRecords()) {
      if (record.value() != null) {
        read.add(decode(record.value()));
      }
    }
    return read;
  }

  List<TestRecord<String, byte[]>> drainRecords() {
    return recommendations.readRecordsToList();
  }

  Recommendation decode(byte[] value) {
    return (Recommendation) deserializer.deserialize(TOPICS.recommendations(), value);
  }

  static Map<String, Recommendation> lastById(List<Recommendation> recommendations) {
    Map<String, Recommendation> last = new LinkedHashMap<>();
    recommendations.forEach(each -> last.put(each.getProposalId(), each));
    return last;
  }

  List<TestRecord<String, byte[]>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    driver.close();
    serializer.close();
    deserializer.close();
  }

  /** A registry that can be made unreachable. */
  static final class FaultyLookup implements SchemaLookup {
    private final SchemaRegistryClient registry;
    boolean away;

    FaultyLookup(SchemaRegistryClient registry) {
      this.registry = registry;
    }

    @Override
    public Answer find(int schemaId) {
      if (away) {
        return new Answer.Unavailable("connection refused");
      }
      try {
        return new Answer.Found((Schema) registry.getSchemaById(schemaId).rawSchema());
      } catch (IOException | RestClientException e) {
        return RegistryFailure.of(e) == RegistryFailure.NOT_FOUND
            ? new Answer.Unknown("not found")
            : new Answer.Unknown(e.toString());
      }
    }
  }
}

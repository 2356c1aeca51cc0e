package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.EncodedRecord;
import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ContentCodec;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.score.EvaluateProcessor;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that starts on what another has left. */
class RestartTest {
  private static final int PARTITIONS = 1;
  private static final long START = Bench.START.toEpochMilli();

  @TempDir private File directory;
  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final KafkaAvroSerializer serializer =
      new KafkaAvroSerializer(registry, Map.of("schema.registry.url", "mock://restart"));
  private MockTask task;
  private EvaluateProcessor processor;
  private long offset;

  @BeforeEach
  void start() {
    TrustedClasses.install();
    task = new MockTask(directory, 0);
    task.lookup = new Bench.FaultyLookup(registry);
    task.context.setCurrentSystemTimeMs(START);
    processor = task.evaluate(PARTITIONS);
    processor.init(task.context);
    sendPrices();
    task.run(5);
  }

  @AfterEach
  void close() {
    serializer.close();
  }

  @Test
  void shouldRescoreForRulesThatAreOtherOnesThanThoseOfTheState() {
    send(worthTuning("p1"));
    ofOtherRules();

    restart();
    task.run(3);

    assertThat(emitted()).as("the same outcome is not emitted").isEmpty();
    assertThat(task.meters.rescores()).isEqualTo(1);
  }

  /** A rescore that was not done yet is of rules that are gone. */
  @Test
  void shouldGoOnWhereAChangeOfOtherRulesWasPending() {
    send(worthTuning("p1"));
    change(new ReferenceKey(ChangeKind.RULES, "of before"), null);
    ofOtherRules();

    restart();
    change(CANDIDATE, tunable(CANDIDATE, 300));
    task.run(5);

    Recommendation rescored = emitted().get(0);
    assertThat(rescored.getProposalId()).isEqualTo("p1");
    assertThat(rescored.getBestStatus().name()).isEqualTo("NEVER");
    task.run(5);
    assertThat(task.meters.pendingChanges()).isZero();
  }

  @Test
  void shouldPublishAllAgainIntoATopicThatWasMadeAnew() {
    task.outputTopicId = "first";
    restart();
    send(worthTuning("p1"));
    send(worthTuning("p2"));
    restart();
    task.run(3);
    assertThat(emitted()).as("the same topic").isEmpty();

    task.outputTopicId = "second";
    restart();
    task.run(3);

    List<Recommendation> again = emitted();
    assertThat(again).extracting("proposalId").containsExactly("p1", "p2");
    assertThat(again).extracting("trigger").containsOnly(Trigger.RULES);
    assertThat(again).extracting("triggerKey").containsOnly(Rules.VERSION);
  }

  @Test
  void shouldNotReadAllProposalsBeforeItAnswers() {
    for (int i = 0; i < 1_000; i++) {
      send(worthTuning("p" + i));
    }
    restart();
    assertThat(task.meters.loadingTasks()).isEqualTo(1);

    send(worthTuning("p999"));
    assertThat(emitted())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.getProposalId()).isEqualTo("p999");
              assertThat(answer.getPreviousVerdict()).isNull();
              assertThat(answer.getVerdictSince().toEpochMilli()).isEqualTo(START);
            });
    change(CANDIDATE, tunable(CANDIDATE, 300));
    task.context.setCurrentSystemTimeMs(START + 100);
    task.run(1_100);

    assertThat(task.meters.loadingTasks()).isZero();
    assertThat(emitted()).extracting("proposalId").hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void shouldNotGoBackInTimeWithTheClock() {
    send(worthTuning("p1"));
    Recommendation before = emitted().get(0);

    task.context.setCurrentSystemTimeMs(START - 600_000);
    send(worthTuning("p1"));
    change(CANDIDATE, tunable(CANDIDATE, 300));
    task.run(3);

    List<Recommendation> after = emitted();
    assertThat(after).hasSize(2);
    assertThat(after)
        .allSatisfy(
            each -> {
              assertThat(each.getEvaluatedAt()).isAfterOrEqualTo(before.getEvaluatedAt());
              assertThat(each.getVerdictSince()).isBeforeOrEqualTo(each.getEvaluatedAt());
            });
  }

  private void ofOtherRules() {
    KeyValueStore<Bytes, byte[]> sweep = task.context.getStateStore(Names.SWEEP_STORE);
    sweep.put(Bytes.wrap("r".getBytes(UTF_8)), "of before".getBytes(UTF_8));
  }

  private void restart() {
    processor.close();
    task.context.resetForwards();
    processor = task.evaluateAgain(PARTITIONS);
    processor.init(task.context);
  }

  private void sendPrices() {
    change(BASELINE, baseline(BASELINE));
    change(CANDIDATE, tunable(CANDIDATE, 0.3));
  }

  private void change(String modelId, ModelPricing pricing) {
    change(new ReferenceKey(ChangeKind.PRICE, modelId), ContentCodec.PRICING.encode(pricing));
  }

  private void change(ReferenceKey key, byte[] content) {
    task.context.setRecordMetadata("reference", 0, offset);
    byte[] value = new ReferenceChange(ChangeVersion.sent("", 0, offset++), content).toBytes();
    processor.process(new Record<>(key.toBytes().get(), value, 0));
  }

  private void send(Proposal proposal) {
    task.context.setRecordMetadata("proposals", 0, offset++);
    byte[] value = serializer.serialize("proposals", proposal);
    processor.process(new Record<>(proposal.getProposalId().getBytes(UTF_8), value, 0));
  }

  /** The recommendations since the last call, or the last restart. */
  private List<Recommendation> emitted() {
    List<Recommendation> emitted =
        task.context.forwarded(MockTask.RECOMMENDATIONS).stream()
            .map(forward -> (EncodedRecord) forward.record().value())
            .map(encoded -> (Recommendation) encoded.value())
            .toList();
    task.context.resetForwards();
    return emitted;
  }
}

package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.confluent.EncodedRecord;
import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Rule;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleKind;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleMode;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleSet;
import io.confluent.kafka.schemaregistry.rules.RuleContext;
import io.confluent.kafka.schemaregistry.rules.RuleExecutor;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickAvroSerializerTest {
  private static final String TOPIC = "recommendations";

  /** Counts how often it is asked. */
  private static final class Asked implements Serializer<Object> {
    private final KafkaAvroSerializer confluent = new KafkaAvroSerializer();
    private int times;

    private Asked() {
      confluent.configure(Map.of("schema.registry.url", "mock://quick"), false);
    }

    @Override
    public byte[] serialize(String topic, Object data) {
      return serialize(topic, new RecordHeaders(), data);
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Object data) {
      times++;
      return confluent.serialize(topic, headers, data);
    }
  }

  @BeforeAll
  static void trustOurClasses() {
    TrustedClasses.install();
  }

  private final Asked confluent = new Asked();
  private final Serializer<Object> quick =
      new QuickAvroSerializer(confluent, RecommendationWriter.bySchema(), Set.of());

  @Test
  void shouldGiveTheSameBytesAndAskOnce() {
    Recommendation filled = recommendation("filled");
    filled.setOpenQuestion(Question.T2);
    filled.setUpfrontCost(1e9);
    filled.setValidUntil(Instant.EPOCH);
    filled.getCandidates().get(0).setMonthlySavings(-0.5);
    filled.getCandidates().get(1).setBreakevenRequests(Long.MAX_VALUE);
    List<Object> records =
        List.of(recommendation("a"), recommendation("longer"), filled, summary("9.99"));

    for (Object record : records) {
      String topic = record.getClass().getSimpleName();
      byte[] expected = new Asked().serialize(topic, record);
      assertThat(quick.serialize(topic, record)).isEqualTo(expected);
      assertThat(quick.serialize(topic, record)).isEqualTo(expected);
    }

    assertThat(confluent.times).isEqualTo(2);
  }

  @Test
  void shouldTakeARecordThatIsEncodedAlready() {
    byte[] expected = new Asked().serialize(TOPIC, recommendation("a"));
    byte[] encoded = Arrays.copyOfRange(expected, WireFormat.HEADER_BYTES, expected.length + 9);
    EncodedRecord record =
        new EncodedRecord(recommendation("a"), encoded, expected.length - WireFormat.HEADER_BYTES);

    assertThat(quick.serialize(TOPIC, record)).isEqualTo(expected);
    assertThat(quick.serialize(TOPIC, record)).isEqualTo(expected);
    assertThat(confluent.times).isEqualTo(1);
    assertThat(quick.serialize(TOPIC, new EncodedRecord(summary("1"), encoded, 0)))
        .as("encoded by another schema than the topic's")
        .isEqualTo(new Asked().serialize(TOPIC, summary("1")));
  }

  @Test
  void shouldAskForAnotherSchemaOnTheSameTopic() {
    quick.serialize(TOPIC, recommendation("a"));

    byte[] bytes = quick.serialize(TOPIC, summary("1"));

    assertThat(bytes).isEqualTo(new Asked().serialize(TOPIC, summary("1")));
    assertThat(confluent.times).isEqualTo(2);
  }

  @Test
  void shouldLeaveErrorsToConfluentsSerializer() {
    quick.serialize(TOPIC, recommendation("a"));
    Recommendation broken = recommendation("a");
    broken.getCandidates().get(1).setModelId(null);

    assertThatThrownBy(() -> quick.serialize(TOPIC, broken))
        .isInstanceOf(SerializationException.class);
    assertThat(quick.serialize(TOPIC, recommendation("b")))
        .isEqualTo(new Asked().serialize(TOPIC, recommendation("b")));
  }

  @Test
  void shouldKeepNullAsNull() {
    assertThat(quick.serialize(TOPIC, null)).isNull();
  }

  /** For instance one that encrypts, or that writes with another schema than the record's. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldAlwaysAskASerializerThatDoesMore(boolean byHeader) {
    Serializer<Object> more =
        new Serializer<>() {
          @Override
          public byte[] serialize(String topic, Object data) {
            return serialize(topic, new RecordHeaders(), data);
          }

          @Override
          public byte[] serialize(String topic, Headers headers, Object data) {
            byte[] bytes = confluent.serialize(topic, headers, data);
            if (byHeader) {
              headers.add("key", new byte[0]);
            } else {
              bytes[bytes.length - 1]++;
            }
            return bytes;
          }
        };
    Serializer<Object> wary = new QuickAvroSerializer(more);

    for (int i = 0; i < 3; i++) {
      Headers headers = new RecordHeaders();
      byte[] bytes = wary.serialize(TOPIC, headers, recommendation("a"));

      assertThat(bytes).isEqualTo(more.serialize(TOPIC, recommendation("a")));
      assertThat(headers.toArray()).hasSize(byHeader ? 1 : 0);
    }
  }

  /** One that leaves the first record alone does not show in a sample. */
  @Test
  void shouldNeverBypassTheRulesOfADataContract() throws Exception {
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope("rules");
    Rule hide =
        new Rule(
            "hide",
            null,
            RuleKind.TRANSFORM,
            RuleMode.WRITE,
            Hiding.TYPE,
            null,
            null,
            null,
            null,
            null,
            false);
    registry.register(
        TOPIC + "-value",
        new AvroSchema(Recommendation.getClassSchema())
            .copy(null, new RuleSet(List.of(), List.of(hide))));
    KafkaAvroSerializer ruled =
        new KafkaAvroSerializer(
            registry,
            Map.of(
                "schema.registry.url", "mock://rules",
                "auto.register.schemas", "false",
                "use.latest.version", "true",
                "rule.executors", "hide",
                "rule.executors.hide.class", Hiding.class.getName()));
    byte[] hidden = ruled.serialize(TOPIC, recommendation(Hiding.SECRET));

    Set<String> withRules =
        new RegistryGate(registry, false, waitsFor -> {})
            .await(Map.of(TOPIC, Recommendation.getClassSchema()), () -> false);
    QuickAvroSerializer wary =
        new QuickAvroSerializer(ruled, RecommendationWriter.bySchema(), withRules);
    QuickAvroSerializer bySample =
        new QuickAvroSerializer(ruled, RecommendationWriter.bySchema(), Set.of());
    wary.serialize(TOPIC, recommendation("plain"));
    bySample.serialize(TOPIC, recommendation("plain"));

    assertThat(withRules).containsExactly(TOPIC);
    assertThat(wary.serialize(TOPIC, recommendation(Hiding.SECRET))).isEqualTo(hidden);
    assertThat(bySample.serialize(TOPIC, recommendation(Hiding.SECRET)))
        .as("what the sample alone comes to")
        .isNotEqualTo(hidden);
  }

  @Test
  void shouldFindNoRulesWhereThereAreNone() throws Exception {
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope("no-rules");

    assertThat(
            new RegistryGate(registry, true, waitsFor -> {})
                .await(Map.of(TOPIC, Recommendation.getClassSchema()), () -> false))
        .isEmpty();
  }

  /** Hides the portfolio of one proposal. */
  public static final class Hiding implements RuleExecutor {
    private static final String TYPE = "HIDE";
    private static final String SECRET = "secret";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Object transform(RuleContext context, Object message) {
      if (message instanceof Recommendation recommendation
          && recommendation.getProposalId().equals(SECRET)) {
        recommendation.setPortfolio("hidden");
      }
      return message;
    }
  }

  private static Recommendation recommendation(String id) {
    Proposal proposal =
        Proposal.newBuilder()
            .setProposalId(id)
            .setCandidateModels(List.of("model-a", "model-b"))
            .build();
    return Evaluator.evaluate(
        proposal,
        null,
        model -> null,
        Policies.builtin(),
        Instant.ofEpochMilli(1_800_000_000_000L));
  }

  private static PortfolioSummary summary(String savings) {
    return PortfolioSummary.newBuilder()
        .setPortfolio("legal")
        .setProposals(1)
        .setByDecision(Map.of("FINE_TUNE", 1L))
        .setByVerdict(Map.of("GO", 1L))
        .setMonthlySavings(new BigDecimal(savings).setScale(6))
        .setUpfrontCost(new BigDecimal("0.000001"))
        .setNetBenefit(new BigDecimal("-12.000000"))
        .setDecisionMonthlyCost(new BigDecimal("7.500000"))
        .setSwitchSavings(new BigDecimal("0.000000"))
        .setMonthlySavingsUsd(new BigDecimal(savings).doubleValue())
        .setUpfrontCostUsd(1e-6)
        .setNetBenefitUsd(-12)
        .setDecisionMonthlyCostUsd(7.5)
        .setSwitchSavingsUsd(0)
        .build();
  }
}

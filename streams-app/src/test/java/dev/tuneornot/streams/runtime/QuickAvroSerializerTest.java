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
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
      new QuickAvroSerializer(confluent, RecommendationWriter.bySchema());

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

  private static Recommendation recommendation(String id) {
    Proposal proposal =
        Proposal.newBuilder()
            .setProposalId(id)
            .setCandidateModels(List.of("model-a", "model-b"))
            .build();
    return Evaluator.evaluate(
        proposal, model -> null, Policies.builtin(), Instant.ofEpochMilli(1_800_000_000_000L));
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
        .build();
  }
}

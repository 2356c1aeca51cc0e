package dev.tuneornot.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerationException;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroJsonWriterTest {

  @Test
  void shouldWriteEveryFieldInTheOrderOfTheSchema() throws IOException {
    Proposal proposal = Samples.proposal();
    proposal.setTitle("é \"quoted\" 🙂\n");
    proposal.setSubmittedAt(Instant.parse("2026-11-22T00:00:00.500Z"));
    proposal.setNeeds(List.of(Need.LOW_LATENCY));

    assertThat(JsonText.of(proposal, true))
        .isEqualTo(
            "{\"proposalId\":\"p-1\",\"portfolio\":\"default\",\"title\":\"é \\\"quoted\\\" 🙂\\n\","
                + "\"submittedAt\":\"2026-11-22T00:00:00.500Z\",\"stage\":\"PROPOSED\","
                + "\"liveSince\":null,\"promptingSufficient\":\"UNKNOWN\","
                + "\"fewShotTried\":\"UNKNOWN\",\"structuredOutputTried\":\"UNKNOWN\","
                + "\"ragSufficient\":\"UNKNOWN\",\"narrowTask\":\"UNKNOWN\","
                + "\"trainingData\":{\"examples\":0,\"quality\":\"UNKNOWN\","
                + "\"avgTokensPerExample\":0,\"epochs\":3,\"trainingHours\":null},"
                + "\"needs\":[\"LOW_LATENCY\"],\"workload\":{\"requestsPerMonth\":0,"
                + "\"requestsPerMonthLow\":null,\"requestsPerMonthHigh\":null,"
                + "\"promptTokens\":2000,\"removableTokens\":1500,\"cachedShare\":0.0,"
                + "\"cacheWriteShare\":0.0,\"keptCachedShare\":0.0,\"batchShare\":0.0,"
                + "\"fewShotTokens\":0,\"outputTokens\":0,\"tunedOutputTokens\":null},"
                + "\"retrieval\":{\"tokens\":800,\"perRequest\":1.0E-4,\"perMonth\":50.0,"
                + "\"upfront\":2000.0},\"baselineModel\":\"openai/gpt-4o\","
                + "\"alternativeModels\":[\"openai/gpt-4o-mini\",\"mistral/small\"],"
                + "\"candidateModels\":[\"openai/gpt-4o\",\"together-ai/meta/llama\"],"
                + "\"costs\":{\"dataPreparation\":0.0,\"engineering\":0.0,\"evaluation\":0.0,"
                + "\"retrainEveryMonths\":null,\"trainingRuns\":1,\"overrun\":0.0,"
                + "\"perExample\":0.0}}");
  }

  @Test
  void shouldLeaveOutNullsWhereToldTo() throws IOException {
    assertThat(JsonText.of(new Costs(1.0, 2.5, 1e-9, null, 1, 0.0, 0.0), false))
        .isEqualTo(
            "{\"dataPreparation\":1.0,\"engineering\":2.5,\"evaluation\":1.0E-9,"
                + "\"trainingRuns\":1,\"overrun\":0.0,\"perExample\":0.0}");
  }

  @Test
  void shouldWriteAFractionOfASecondOnlyWhereItIsNotZero() throws IOException {
    ModelPricing pricing = Samples.pricing();
    pricing.setTuningClosesAt(Instant.ofEpochMilli(0));
    pricing.setRetiresAt(Instant.ofEpochMilli(1));

    assertThat(JsonText.of(pricing, false))
        .contains("\"tuningClosesAt\":\"1970-01-01T00:00:00Z\"")
        .contains("\"retiresAt\":\"1970-01-01T00:00:00.001Z\"");
  }

  @Test
  void shouldWriteDecimalsAsNumbersAndMapsSorted() throws IOException {
    PortfolioSummary summary =
        new PortfolioSummary(
            "ops",
            3L,
            Map.of("USE_RAG", 1L, "FEW_SHOT", 1L, "FINE_TUNE", 1L),
            Map.of(),
            new BigDecimal("12345678901234567890.500000"),
            1.2345678901234567E19,
            new BigDecimal("0.000001"),
            0.000001,
            new BigDecimal("-0.500000"),
            -0.5,
            new BigDecimal("2.000000"),
            2.0,
            new BigDecimal("0.000000"),
            0.0);

    assertThat(JsonText.of(summary, false))
        .isEqualTo(
            "{\"portfolio\":\"ops\",\"proposals\":3,"
                + "\"byDecision\":{\"FEW_SHOT\":1,\"FINE_TUNE\":1,\"USE_RAG\":1},\"byVerdict\":{},"
                + "\"monthlySavings\":12345678901234567890.500000,"
                + "\"monthlySavingsUsd\":1.2345678901234567E19,"
                + "\"upfrontCost\":0.000001,\"upfrontCostUsd\":1.0E-6,"
                + "\"netBenefit\":-0.500000,\"netBenefitUsd\":-0.5,"
                + "\"decisionMonthlyCost\":2.000000,\"decisionMonthlyCostUsd\":2.0,"
                + "\"switchSavings\":0.000000,\"switchSavingsUsd\":0.0}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0.1, 0.1",
    "100, 100.0",
    "2e-3, 0.002",
    "2e23, 2.0E23",
    "1.0E23, 1.0E23",
    "4.9e-324, 4.9E-324",
    "2.2250738585072014e-308, 2.2250738585072014E-308",
    "9007199254740993, 9.007199254740992E15",
    "-0.0, -0.0",
  })
  void shouldWriteTheShortestNumberOnEveryJdk(double value, String text) throws IOException {
    assertThat(JsonText.of(new Costs(value, 0.0, 0.0, null, 1, 0.0, 0.0), false))
        .startsWith("{\"dataPreparation\":" + text + ",");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldRefuseANumberThatJsonCannotCarry(double value) {
    assertThatThrownBy(() -> JsonText.of(new Costs(0.0, value, 0.0, null, 1, 0.0, 0.0), false))
        .isInstanceOf(JsonGenerationException.class)
        .hasMessageContaining("engineering = " + value + ": must be finite");
  }
}

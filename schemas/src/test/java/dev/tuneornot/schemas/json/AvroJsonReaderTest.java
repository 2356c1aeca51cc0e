package dev.tuneornot.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonParser;
import dev.tuneornot.model.Answer;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroJsonReaderTest {

  private static final AvroJsonReader<Proposal> PROPOSALS =
      new AvroJsonReader<>(Proposal.class, Proposal.getClassSchema());
  private static final AvroJsonReader<ModelPricing> PRICES =
      new AvroJsonReader<>(ModelPricing.class, ModelPricing.getClassSchema());
  private static final AvroJsonReader<PortfolioSummary> SUMMARIES =
      new AvroJsonReader<>(PortfolioSummary.class, PortfolioSummary.getClassSchema());

  private final ViolationList violations = new ViolationList();

  @Test
  void shouldReadEveryField() throws IOException {
    Proposal proposal =
        read(
            PROPOSALS,
            """
            {"costs": {"retrainEveryMonths": 6.5, "evaluation": 3, "engineering": 2.5,
                       "dataPreparation": 1e3},
             "candidateModels": ["a/b", "c/d"], "baselineModel": "e/f",
             "workload": {"requestsPerMonth": 1e12, "promptTokens": 2000, "removableTokens": 1500,
                          "cachedShare": 0.5, "outputTokens": 200, "tunedOutputTokens": 100},
             "needs": ["LOW_LATENCY", "DOMAIN_LANGUAGE"],
             "trainingData": {"examples": 1000, "quality": "YES", "avgTokensPerExample": 500,
                              "epochs": 4, "trainingHours": 1.5},
             "narrowTask": "YES", "ragSufficient": "NO", "structuredOutputTried": "YES",
             "fewShotTried": "NO", "promptingSufficient": "NO",
             "submittedAt": "2026-11-22T01:00:00.5+01:00", "title": "\\u00e9 \\ud83d\\ude42 \\u0000",
             "portfolio": "ops", "proposalId": "p"}
            """);

    assertThat(violations.toList()).isEmpty();
    assertThat(proposal.getTitle()).isEqualTo("é 🙂 \0");
    assertThat(proposal.getSubmittedAt()).isEqualTo(Instant.parse("2026-11-22T00:00:00.500Z"));
    assertThat(proposal.getNeeds()).containsExactly(Need.LOW_LATENCY, Need.DOMAIN_LANGUAGE);
    assertThat(proposal.getWorkload().getRequestsPerMonth()).isEqualTo(1_000_000_000_000L);
    assertThat(proposal.getWorkload().getTunedOutputTokens()).isEqualTo(100);
    assertThat(proposal.getTrainingData().getTrainingHours()).isEqualTo(1.5);
    assertThat(proposal.getTrainingData().getQuality()).isEqualTo(Answer.YES);
    assertThat(proposal.getCosts().getDataPreparation()).isEqualTo(1000);
    assertThat(proposal.getCosts().getRetrainEveryMonths()).isEqualTo(6.5);
    assertThat(proposal.getCandidateModels()).containsExactly("a/b", "c/d");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"proposalId\": \"p\"}",
        """
        {"proposalId": "p", "portfolio": null, "title": null, "submittedAt": null,
         "promptingSufficient": null, "fewShotTried": null, "structuredOutputTried": null,
         "ragSufficient": null, "narrowTask": null, "trainingData": null, "needs": null,
         "workload": null, "baselineModel": null, "candidateModels": null, "costs": null}
        """,
        """
        {"proposalId": "p", "trainingData": {"epochs": null}, "workload": {"cachedShare": null},
         "costs": {}}
        """
      })
  void shouldTakeTheDefaultOfWhatIsAbsentOrNull(String json) throws IOException {
    Proposal proposal = read(PROPOSALS, json);

    assertThat(violations.toList()).isEmpty();
    TrustedClasses.install();
    assertThat(proposal).isEqualTo(Proposal.newBuilder().setProposalId("p").build());
  }

  @Test
  void shouldNotShareDefaultsThatCanChange() throws IOException {
    Proposal one = read(PROPOSALS, "{\"proposalId\": \"p\"}");
    Proposal other = read(PROPOSALS, "{\"proposalId\": \"p\"}");

    one.getWorkload().setPromptTokens(5);

    assertThat(other.getWorkload().getPromptTokens()).isZero();
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          title                         | 5               | 5       | a string
          title                         | true            | true    | a string
          title                         | {"a": [1]}      | {...}   | a string
          title                         | ["x"]           | [...]   | a string
          promptingSufficient           | "MAYBE"         | MAYBE   | one of YES, NO, UNKNOWN
          promptingSufficient           | "yes"           | yes     | one of YES, NO, UNKNOWN
          promptingSufficient           | true            | true    | one of YES, NO, UNKNOWN
          trainingData.examples         | 0.5             | 0.5     | a whole number in -2147483648..2147483647
          trainingData.examples         | 2147483648      | 2147483648 | a whole number in -2147483648..2147483647
          trainingData.examples         | 1e99999999999   | 1e99999999999 | a whole number in -2147483648..2147483647
          trainingData.examples         | "5"             | 5       | a whole number in -2147483648..2147483647
          trainingData.examples         | NaN             | NaN     | a whole number in -2147483648..2147483647
          trainingData.examples         | {}              | {...}   | a whole number in -2147483648..2147483647
          workload.requestsPerMonth     | 1.5             | 1.5     | a whole number of at most 64 bits
          workload.requestsPerMonth     | 9223372036854775808 | 9223372036854775808 | a whole number of at most 64 bits
          workload.cachedShare          | NaN             | NaN     | a finite number
          workload.cachedShare          | -Infinity       | -Infinity | a finite number
          workload.cachedShare          | 1e400           | 1e400   | a finite number
          workload.cachedShare          | "0.5"           | 0.5     | a finite number
          workload.cachedShare          | false           | false   | a finite number
          trainingData                  | 5               | 5       | an object
          trainingData                  | [{}]            | [...]   | an object
          needs                         | "LOW_LATENCY"   | LOW_LATENCY | an array
          needs                         | {}              | {...}   | an array
          candidateModels               | "a/b;c/d"       | a/b;c/d | an array
          submittedAt                   | 1763800000000   | 1763800000000 | an instant of whole milliseconds with an offset, in the years 0000..9999, such as 2026-11-22T00:00:00Z
          workload.foo                  | {"a": {"b": 1}} | {...}   | unknown field
          foo                           | null            | null    | unknown field
          """)
  void shouldRefuseAFieldThatIsNotOfItsType(String field, String json, String value, String bound)
      throws IOException {
    String[] names = field.split("\\.", -1);
    String document =
        names.length == 1
            ? "{\"proposalId\": \"p\", \"%s\": %s, \"title\": \"t\"}".formatted(field, json)
            : "{\"proposalId\": \"p\", \"%s\": {\"%s\": %s}}".formatted(names[0], names[1], json);

    if (names.length == 1 && field.equals("title")) {
      document = "{\"title\": %s, \"proposalId\": \"p\"}".formatted(json);
    }
    Proposal proposal = read(PROPOSALS, document);

    assertThat(violations.toList()).containsExactly(new Violation(field, value, bound));
    assertThat(proposal.getProposalId()).isEqualTo("p");
  }

  @Test
  void shouldNameFieldsInListsByTheirIndex() throws IOException {
    read(
        PRICES,
        """
        {"modelId": "a/b", "periods": [
          {"effectiveFrom": "2026-01-01T00:00:00Z"},
          {"effectiveFrom": "2026-02-01", "tuning": {"trainingPerMTok": "5", "foo": 1}},
          7,
          null,
          {"tuning": {}}
        ]}
        """);

    assertThat(violations.toList())
        .extracting(Violation::field)
        .containsExactly(
            "periods[1].effectiveFrom",
            "periods[1].tuning.trainingPerMTok",
            "periods[1].tuning.foo",
            "periods[2]",
            "periods[3]",
            "periods[4].effectiveFrom");
  }

  @Test
  void shouldRefuseAFieldGivenTwice() throws IOException {
    Proposal proposal = read(PROPOSALS, "{\"proposalId\": \"p\", \"proposalId\": \"q\"}");

    assertThat(violations.toList()).containsExactly(new Violation("proposalId", "q", "given once"));
    assertThat(proposal.getProposalId()).isEqualTo("p");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{}", "{\"proposalId\": null}"})
  void shouldRefuseARecordWithoutARequiredField(String json) throws IOException {
    read(PROPOSALS, json);

    assertThat(violations.toList())
        .extracting(Violation::field, Violation::bound)
        .containsExactly(tuple("proposalId", "given"));
  }

  @Test
  void shouldCutAListThatIsFarTooLong() throws IOException {
    String models = "\"a/b\",".repeat(150_000) + "\"a/b\"";

    Proposal proposal =
        read(PROPOSALS, "{\"proposalId\": \"p\", \"candidateModels\": [" + models + "]}");

    assertThat(proposal.getCandidateModels()).hasSize(100_000);
    assertThat(violations.toList())
        .containsExactly(
            new Violation("candidateModels[100000]", "a/b", "among the first 100000 of its list"));
  }

  @Test
  void shouldReadMapsAndDecimals() throws IOException {
    PortfolioSummary summary =
        read(
            SUMMARIES,
            """
            {"portfolio": "ops", "proposals": 3, "byDecision": {"USE_RAG": 3}, "byVerdict": {},
             "monthlySavings": 12.5, "upfrontCost": 1e3, "netBenefit": -0.000001,
             "decisionMonthlyCost": 7, "switchSavings": 0, "monthlySavingsUsd": 12.5,
             "upfrontCostUsd": 1e3, "netBenefitUsd": -0.000001, "decisionMonthlyCostUsd": 7,
             "switchSavingsUsd": 0}
            """);

    assertThat(violations.toList()).isEmpty();
    assertThat(summary.getByDecision()).isEqualTo(Map.of("USE_RAG", 3L));
    assertThat(
            List.of(summary.getMonthlySavings(), summary.getUpfrontCost(), summary.getNetBenefit()))
        .containsExactly(
            new BigDecimal("12.500000"),
            new BigDecimal("1000.000000"),
            new BigDecimal("-0.000001"));
  }

  @Test
  void shouldRefuseBadEntriesOfMapsAndBadDecimals() throws IOException {
    read(
        SUMMARIES,
        """
        {"portfolio": "ops", "proposals": 3, "byDecision": {"A": "x", "B": 1, "B": 2, "C": null},
         "byVerdict": [], "monthlySavings": 0.0000001, "upfrontCost": "1", "netBenefit": NaN,
         "decisionMonthlyCost": 7, "switchSavings": 0, "monthlySavingsUsd": 12.5,
         "upfrontCostUsd": 1e3, "netBenefitUsd": -0.000001, "decisionMonthlyCostUsd": 7,
         "switchSavingsUsd": 0}
        """);

    assertThat(violations.toList())
        .extracting(Violation::field)
        .containsExactly(
            "byDecision.A",
            "byDecision.B",
            "byDecision.C",
            "byVerdict",
            "monthlySavings",
            "upfrontCost",
            "netBenefit");
  }

  @Test
  void shouldReadDoublesAsJavaDoes() throws IOException {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      String number = randomNumber(random);

      Proposal proposal =
          read(PROPOSALS, "{\"proposalId\":\"p\",\"costs\":{\"engineering\":" + number + "}}");

      assertThat(proposal.getCosts().getEngineering())
          .as(number)
          .isEqualByComparingTo(Double.parseDouble(number) + 0.0);
    }
  }

  @Test
  void shouldWantToStandAtAnObject() throws IOException {
    try (JsonParser in = JsonSyntax.FACTORY.createParser("[]")) {
      in.nextToken();

      assertThatThrownBy(() -> PROPOSALS.read(in, violations))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String randomNumber(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt());
      case 1 -> Double.toString(random.nextDouble());
      case 2 -> {
        double value = Double.longBitsToDouble(random.nextLong());
        yield Double.toString(Double.isFinite(value) ? value : 0.5);
      }
      default ->
          random.nextLong(Long.MAX_VALUE)
              + ""
              + random.nextInt(10)
              + "."
              + random.nextLong(Long.MAX_VALUE)
              + "e"
              + random.nextInt(-340, 280);
    };
  }

  private <T extends SpecificRecord> T read(AvroJsonReader<T> reader, String json)
      throws IOException {
    try (JsonParser in = JsonSyntax.FACTORY.createParser(json)) {
      in.nextToken();
      return reader.read(in, violations);
    }
  }
}

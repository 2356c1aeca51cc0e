package dev.tuneornot.portfolio.formats;

import static dev.tuneornot.portfolio.prices.PriceField.CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.OUTPUT;
import static dev.tuneornot.portfolio.prices.PriceField.TUNED_CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.TUNED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.TUNED_OUTPUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Tier;
import dev.tuneornot.portfolio.formats.Reading.Skipped;
import dev.tuneornot.portfolio.prices.Dated;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LiteLlmTest {

  static {
    TrustedClasses.install();
  }

  private static final Instant READ = Instant.parse("2026-11-22T00:00:00Z");

  private static Reading catalogue;

  @BeforeAll
  static void readCatalogue() throws IOException {
    try (InputStream in = LiteLlmTest.class.getResourceAsStream("litellm.json")) {
      catalogue = read(Objects.requireNonNull(in).readAllBytes());
    }
  }

  static Stream<Arguments> models() {
    return Stream.of(
        model("exact decimals", "openai/gpt-4o-mini", 0.15, 0.075, 0.6),
        model("base of a tuned variant", "openai/gpt-4o-2024-08-06", 2.5, 1.25, 10.0),
        model("dated snapshot kept", "openai/gpt-4o-2024-05-13", 5.0, null, 15.0),
        model("prefix openai/ stripped", "openai/o3", 2.0, 0.5, 8.0),
        model("text-completion-openai", "openai/davinci-002", 2.0, null, 2.0),
        model("bare Bedrock name", "aws/amazon.nova-micro-v1:0", 0.035, null, 0.14),
        model("bedrock/ stripped", "aws/invoke/anthropic.claude-3-haiku", 0.25, null, 1.25),
        model("bare Vertex name", "google/gemini-2.5-pro", 1.25, 0.3125, 10.0),
        model("vertex_ai/ stripped", "google/meta/llama-3.1-8b-instruct-maas", 0.0, null, 0.0),
        model("Gemini API is another offer", "gemini/gemini-2.0-flash-001", 0.1, 0.025, 0.4),
        model("together_ai", "together/meta-llama/Llama-3.3-70B", 0.88, null, 0.88),
        model("together_ai without prefix", "together/together-ai-4.1b-8b", 0.2, null, 0.2),
        model("later of two Azure names wins", "azure/mistral-large-latest", 2.0, null, 6.0),
        model("azure_text", "azure/gpt-35-turbo-instruct", 1.5, null, 2.0),
        model("cohere_chat", "cohere/command-r", 0.15, null, 0.6),
        model("fireworks_ai", "fireworks/accounts/fireworks/models/x", 0.1, null, 0.1),
        model("organisation kept", "openrouter/openai/gpt-5-mini", 0.25, null, 2.0),
        model("cache hit as cached input", "deepseek/deepseek-chat", 0.27, 0.07, 1.1),
        model("free model kept at 0", "ollama/llama3", 0.0, null, 0.0),
        model("missing output price is not 0", "xai/grok-half", 5.0, null, null),
        model("number as text", "mistral/mistral-small", 0.1, null, 0.3),
        model("cached at nothing is not known", "deepseek/zero-cached", 0.3, null, 1.0),
        model("mode responses", "openai/o3-pro", 20.0, null, 80.0));
  }

  private static Arguments model(
      String what, String modelId, Double input, Double cached, Double output) {
    return arguments(named(what + ": " + modelId, modelId), input, cached, output);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void shouldMapModel(String modelId, Double input, Double cached, Double output) {
    Map<PriceField, Double> prices = catalogue.models().get(modelId).prices();

    assertThat(prices.get(INPUT)).isEqualTo(input);
    assertThat(prices.get(CACHED_INPUT)).isEqualTo(cached);
    assertThat(prices.get(OUTPUT)).isEqualTo(output);
  }

  @Test
  void shouldMapNothingElse() {
    assertThat(catalogue.models().keySet())
        .containsExactlyInAnyOrderElementsOf(
            models()
                .map(each -> ((org.junit.jupiter.api.Named<?>) each.get()[0]).getPayload())
                .map(String.class::cast)
                .toList());
  }

  @Test
  void shouldPutTunedVariantIntoItsBase() {
    Map<PriceField, Double> prices = catalogue.models().get("openai/gpt-4o-2024-08-06").prices();

    assertThat(prices)
        .containsEntry(TUNED_INPUT, 3.75)
        .containsEntry(TUNED_OUTPUT, 15.0)
        .containsEntry(TUNED_CACHED_INPUT, 1.875)
        .doesNotContainKey(PriceField.TRAINING_TOKENS);
    assertThat(catalogue.models().keySet()).noneMatch(modelId -> modelId.contains("ft:"));
  }

  @Test
  void shouldCountEveryKey() {
    assertThat(catalogue.keys())
        .isEqualTo(catalogue.mappedKeys() + catalogue.tunedKeys() + catalogue.skipped().size());
    assertThat(catalogue.mappedKeys()).isEqualTo(25);
    assertThat(catalogue.tunedKeys()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "sample_spec, SAMPLE",
    "no-provider, NO_PROVIDER",
    "fireworks-ai-up-to-4b, NO_MODE",
    "text-embedding-3-small, OTHER_MODE",
    "us.anthropic.claude-3-haiku, REGION",
    "bedrock/us-gov-west-1/amazon.nova-pro-v1:0, REGION",
    "bedrock/*/1-month-commitment/cohere.command-text-v14, REGION",
    "azure/global-standard/gpt-4o, REGION",
    "azure/eu/gpt-4o, REGION",
    "text-bison, NO_TOKEN_PRICE",
    "ft:gpt-gone, TUNED_WITHOUT_BASE",
    "xai/too-dear, OUT_OF_BOUNDS",
    "xai/negative, OUT_OF_BOUNDS",
    "xai/no-number, OUT_OF_BOUNDS",
    "xai/white space, OUT_OF_BOUNDS",
    "not-an-object, NO_PROVIDER",
    "openai/o3, REPEATED_KEY"
  })
  void shouldSkipUnderANamedReason(String key, SkipReason reason) {
    assertThat(catalogue.skipped())
        .filteredOn(skipped -> skipped.key().equals(key))
        .extracting(Skipped::reason)
        .containsExactly(reason);
  }

  @Test
  void shouldSayWhatIsOutOfBounds() {
    assertThat(catalogue.skipped())
        .filteredOn(skipped -> skipped.key().equals("xai/too-dear"))
        .flatExtracting(Skipped::violations)
        .extracting(Object::toString)
        .containsExactly("periods[0].inputPerMTok = 2.0E9: must be 0 or 10^-9..10^9");
  }

  @ParameterizedTest
  @CsvSource({"PRIORITY, 1", "ZERO_CACHE_WRITE, 1", "OTHER_UNITS, 1", "UNKNOWN, 1"})
  void shouldCountWhatIsNotTaken(Untaken what, int keys) {
    assertThat(catalogue.untaken()).containsEntry(what, keys);
  }

  @Test
  void shouldNameFieldsOfPricesThatItDoesNotKnow() {
    assertThat(catalogue.unknownFields()).containsExactly("input_cost_per_moon_phase");
  }

  @Test
  void shouldTakeBatchPricesAndTiers() {
    ModelFacts mini = catalogue.models().get("openai/gpt-4o-mini");
    ModelFacts gemini = catalogue.models().get("google/gemini-2.5-pro");

    assertThat(mini.prices()).containsEntry(PriceField.BATCH_INPUT, 0.075);
    assertThat(gemini.tiers()).containsExactly(new Tier(200_000, 2.5, null, null, null));
    assertThat(catalogue.models().get("openai/gpt-4o-2024-08-06").prices())
        .containsEntry(PriceField.TUNED_BATCH_INPUT, 1.875);
  }

  @Test
  void shouldTakeRangesAsPriceAndTiers() throws IOException {
    Reading one =
        read(
            """
            {"dashscope/q": {"litellm_provider": "dashscope", "mode": "chat", "tiered_pricing": [
              {"range": [0, 256000.0], "input_cost_per_token": 5e-08, "output_cost_per_token": 4e-07},
              {"range": [256000.0, 1000000.0], "input_cost_per_token": 2.5e-07,
               "output_cost_per_token": 2e-06, "cache_read_input_token_cost": 5e-08}]}}""");

    ModelFacts facts = one.models().get("dashscope/q");
    assertThat(facts.prices()).containsOnly(Map.entry(INPUT, 0.05), Map.entry(OUTPUT, 0.4));
    assertThat(facts.tiers()).containsExactly(new Tier(256_000, 0.25, 0.05, null, 2.0));
  }

  @Test
  void shouldTakeADateThatIsToComeAsUncertain() {
    assertThat(catalogue.models().get("openai/gpt-4o-2024-05-13").dates().retiresAt())
        .isEqualTo(
            new Dated(
                Instant.parse("2027-01-06T00:00:00Z"), Dated.Certainty.UNCERTAIN, "a catalogue"));
  }

  @Test
  void shouldNotTakeADateThatIsPastOrNone() throws IOException {
    Reading one =
        read(
            """
            {"a": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 1e-6,
              "output_cost_per_token": 1e-6, "deprecation_date": "2025-1-6"},
             "b": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 1e-6,
              "output_cost_per_token": 1e-6, "deprecation_date": "soon"}}""");

    assertThat(one.models().values())
        .extracting(facts -> facts.dates().isEmpty())
        .containsExactly(true, true);
    assertThat(one.untaken())
        .containsEntry(Untaken.PAST_DATE, 1)
        .containsEntry(Untaken.BAD_DATE, 1);
  }

  @Test
  void shouldTakeRegionsWhereTheyAreAskedFor() throws IOException {
    byte[] bytes =
        """
        {"us.m": {"litellm_provider": "bedrock", "mode": "chat", "input_cost_per_token": 1e-6,
          "output_cost_per_token": 1e-6}}"""
            .getBytes(UTF_8);

    assertThat(
            PriceFormat.read("f", bytes, null, new ReadOptions(READ, READ, null, null, null, true))
                .models())
        .containsOnlyKeys("aws/us.m");
  }

  @Test
  void shouldReportDisagreementsAndPricesOfZero() {
    assertThat(catalogue.findings())
        .extracting(finding -> finding.kind() + " " + finding.modelId())
        .containsExactlyInAnyOrder(
            "REPEATED_KEY openai/o3",
            "DISAGREEMENT azure/mistral-large-latest",
            "DISAGREEMENT azure/mistral-large-latest",
            "ZERO_CACHED deepseek/zero-cached",
            "ZERO_PRICE google/meta/llama-3.1-8b-instruct-maas",
            "ZERO_PRICE ollama/llama3");
    assertThat(catalogue.findings())
        .extracting(Finding::sentence)
        .contains(
            "inputPerMTok: a catalogue, key azure_ai/mistral-large-latest says 2, a catalogue, key"
                + " azure/mistral-large-latest says 8; 2 is taken",
            "the key stands in the file again; that of line 9 is not taken",
            "a catalogue, key deepseek/zero-cached: cachedInputPerMTok 0 beside inputPerMTok 0.3 is"
                + " taken as not known");
  }

  @Test
  void shouldNameKeyAndPageAsSource() {
    Provenance provenance = catalogue.models().get("openai/o3-pro").provenance();

    assertThat(provenance.source()).isEqualTo("a catalogue, key o3-pro (https://example.com/o3)");
    assertThat(provenance.observedAt()).isEqualTo(READ);
    assertThat(provenance.confidence()).isEqualTo(Confidence.THIRD_PARTY);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5e-07, 0.15", "7.5e-08, 0.075", "1e-06, 1", "4.6875e-09, 0.0046875", "0.00006, 60",
    "2.9e-07, 0.29", "5.7e-07, 0.57", "1.1e-6, 1.1", "0, 0", "1e-15, 1e-9"
  })
  void shouldConvertExactly(String perToken, double perMTok) throws IOException {
    Reading one =
        read(
            """
            {"m": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": %s}}"""
                .formatted(perToken));

    assertThat(one.models().get("p/m").prices()).containsEntry(INPUT, perMTok);
  }

  private static Reading read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private static Reading read(byte[] bytes) throws IOException {
    ReadOptions options = new ReadOptions(READ, READ, "a catalogue", null, null, false);
    return PriceFormat.read("model_prices.json", bytes, PriceFormat.LITELLM, options);
  }
}

package dev.tuneornot.portfolio.formats;

import static dev.tuneornot.portfolio.prices.PriceField.ADAPTERS;
import static dev.tuneornot.portfolio.prices.PriceField.BATCH_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.BATCH_OUTPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.CACHE_WRITE;
import static dev.tuneornot.portfolio.prices.PriceField.INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.OUTPUT;
import static dev.tuneornot.portfolio.prices.PriceField.TRAINING_HOURS;
import static dev.tuneornot.portfolio.prices.PriceField.TRAINING_TOKENS;
import static dev.tuneornot.portfolio.prices.PriceField.TUNED_INPUT;
import static dev.tuneornot.portfolio.prices.PriceField.TUNED_OUTPUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Tier;
import dev.tuneornot.portfolio.prices.Dated;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A made-up excerpt of each format with each of its traps. */
class FormatsTest {

  static {
    TrustedClasses.install();
  }

  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2027-05-01T00:00:00Z");

  @Test
  void shouldReadModelsDev() throws IOException {
    Reading reading =
        read(
            "api.json",
            """
            {"openai": {"id": "openai", "models": {
               "big": {"id": "big", "cost": {"input": 1.25, "output": 10, "cache_read": 0.125,
                 "reasoning": 10, "input_audio": 3, "mystery": 1,
                 "tiers": [{"tier": {"type": "context", "size": 272000}, "input": 2.5, "output": 15,
                            "cache_read": 0.25},
                           {"tier": {"type": "moon", "size": 1}, "input": 9}],
                 "context_over_200k": {"input": 9, "output": 9}}},
               "legacy": {"id": "legacy", "cost": {"input": 1, "output": 2, "cached_input": 0.5,
                 "cache_write": 0, "context_over_200k": {"input": 2, "output": 4}}},
               "no-cost": {"id": "no-cost"},
               "free": {"id": "free", "cost": {"input": 0, "output": 0}},
               "text-embedding-9": {"id": "text-embedding-9", "cost": {"input": 1, "output": 0}},
               "painter": {"id": "painter", "modalities": {"output": ["image"]},
                 "cost": {"input": 1, "output": 2}}}},
             "amazon-bedrock": {"id": "amazon-bedrock", "models": {
               "us.anthropic.x": {"id": "us.anthropic.x", "cost": {"input": 1, "output": 2}},
               "anthropic.x": {"id": "anthropic.x",
                 "cost": {"input": 3, "output": 15, "cache_read": 0, "cache_write": 3.75}}}},
             "google": {"id": "google", "models": {
               "gemini-latest": {"id": "gemini-latest", "cost": {"input": 0.3, "output": 2.5}}}}}
            """);

    assertThat(reading.format()).isEqualTo(PriceFormat.MODELS_DEV);
    assertThat(reading.models())
        .containsOnlyKeys("openai/big", "openai/legacy", "aws/anthropic.x", "gemini/gemini-latest");
    ModelFacts big = reading.models().get("openai/big");
    assertThat(big.prices())
        .containsOnly(entry(INPUT, 1.25), entry(OUTPUT, 10.0), entry(CACHED_INPUT, 0.125));
    assertThat(big.tiers()).containsExactly(new Tier(272_000, 2.5, 0.25, null, 15.0));
    assertThat(reading.models().get("openai/legacy").prices())
        .containsOnly(entry(INPUT, 1.0), entry(OUTPUT, 2.0), entry(CACHED_INPUT, 0.5));
    assertThat(reading.models().get("openai/legacy").tiers()).isNull();
    assertThat(reading.models().get("aws/anthropic.x").prices())
        .containsOnly(entry(INPUT, 3.0), entry(OUTPUT, 15.0), entry(CACHE_WRITE, 3.75));
    assertThat(reading.models().get("gemini/gemini-latest").alias()).isTrue();
    assertThat(big.alias()).isFalse();
    assertThat(reasons(reading))
        .containsOnly(
            entry("openai/no-cost", SkipReason.NO_TOKEN_PRICE),
            entry("openai/free", SkipReason.FREE_OFFER),
            entry("openai/text-embedding-9", SkipReason.OTHER_MODE),
            entry("openai/painter", SkipReason.OTHER_MODE),
            entry("amazon-bedrock/us.anthropic.x", SkipReason.REGION));
    assertThat(reading.untaken())
        .containsOnly(
            entry(Untaken.REASONING, 1),
            entry(Untaken.OTHER_UNITS, 1),
            entry(Untaken.OTHER_TIERS, 1),
            entry(Untaken.LEGACY_TIER, 1),
            entry(Untaken.ZERO_CACHE_WRITE, 1),
            entry(Untaken.UNKNOWN, 1));
    assertThat(reading.unknownFields()).containsExactly("cost.mystery");
    assertThat(reading.findings())
        .extracting(Finding::kind, Finding::modelId)
        .containsExactly(tuple(Finding.Kind.ZERO_CACHED, "aws/anthropic.x"));
    assertCounted(reading);
  }

  @Test
  void shouldReadOpenRouter() throws IOException {
    Reading reading =
        read(
            "models",
            """
            {"data": [
              {"id": "a/tiered", "expiration_date": "2098-12-31", "pricing": {
                 "prompt": "0.00000003", "completion": "0.00000013", "input_cache_read": "0.000000006",
                 "input_cache_write": "0.00000004", "input_cache_write_1h": "1", "web_search": "0.01",
                 "internal_reasoning": "0.000001", "riddle": "1",
                 "overrides": [{"min_prompt_tokens": 32000, "prompt": "0.0000001",
                                "completion": "0.0000004"}]}},
              {"id": "a/ends", "expiration_date": "2027-05-01",
                 "pricing": {"prompt": "0.000001", "completion": "0.000002"}},
              {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}},
              {"id": "a/m:free", "pricing": {"prompt": "0", "completion": "0"}},
              {"id": "~a/newest", "alias_target": {"slug": "a/tiered"},
                 "pricing": {"prompt": "0.000001", "completion": "0.000002"}},
              {"id": "a/painter", "architecture": {"output_modalities": ["image"]},
                 "pricing": {"prompt": "0.000001", "completion": "0.000002"}}]}
            """);

    ModelFacts tiered = reading.models().get("openrouter/a/tiered");
    assertThat(tiered.prices())
        .containsOnly(
            entry(INPUT, 0.03),
            entry(OUTPUT, 0.13),
            entry(CACHED_INPUT, 0.006),
            entry(CACHE_WRITE, 0.04));
    assertThat(tiered.tiers()).containsExactly(new Tier(32_000, 0.1, null, null, 0.4));
    assertThat(tiered.dates().isEmpty()).isTrue();
    assertThat(tiered.provenance().confidence()).isEqualTo(Confidence.OFFICIAL);
    assertThat(reading.models().get("openrouter/a/ends").dates().retiresAt())
        .isEqualTo(new Dated(MAY, Dated.Certainty.EXACT, "OpenRouter's models"));
    assertThat(reading.models().get("openrouter/a/ends").tiers()).isEmpty();
    assertThat(reading.models().get("openrouter/~a/newest").alias()).isTrue();
    assertThat(reasons(reading))
        .containsOnly(
            entry("openrouter/auto", SkipReason.DYNAMIC_PRICE),
            entry("a/m:free", SkipReason.FREE_OFFER),
            entry("a/painter", SkipReason.OTHER_MODE));
    assertThat(reading.untaken())
        .containsOnlyKeys(
            Untaken.LONG_CACHE_WRITES, Untaken.OTHER_UNITS, Untaken.REASONING, Untaken.UNKNOWN);
    assertThat(reading.unknownFields()).containsExactly("pricing.riddle");
    assertCounted(reading);
  }

  @Test
  void shouldReadTheHistoryOfLlmPrices() throws IOException {
    Reading reading =
        read(
            "historical-v1.json",
            """
            {"prices": [
              {"id": "m", "vendor": "openai", "name": "M", "input": 2.5, "output": 15,
               "input_cached": 0.25, "from_date": null, "to_date": "2026-09-01"},
              {"id": "m", "vendor": "openai", "name": "M", "input": 2, "output": 12,
               "input_cached": 0.2, "from_date": "2026-09-01", "to_date": null},
              {"id": "m-272k", "vendor": "openai", "name": "M >272k", "input": 5, "output": 22.5,
               "input_cached": 0.5, "from_date": null, "to_date": "2026-09-01"},
              {"id": "m-272k", "vendor": "openai", "name": "M >272k", "input": 4, "output": 18,
               "input_cached": null, "from_date": "2026-09-01", "to_date": null},
              {"id": "over", "vendor": "openai", "name": "Over", "input": 2, "output": 12,
               "input_cached": null, "from_date": null, "to_date": "2026-11-30"},
              {"id": "twice", "vendor": "google", "name": "T", "input": 9, "output": 12,
               "input_cached": null, "from_date": null, "to_date": null},
              {"id": "twice", "vendor": "google", "name": "T", "input": 3, "output": 4,
               "input_cached": null, "from_date": null, "to_date": null},
              {"id": "soon-128k", "vendor": "xai", "name": "no base", "input": 3, "output": 4,
               "input_cached": null, "from_date": "2027-05-01", "to_date": null},
              {"id": "wrong", "vendor": "xai", "name": "W", "input": 3, "output": 4,
               "input_cached": null, "from_date": "some day", "to_date": null},
              {"id": "gpt-image-1", "vendor": "openai", "name": "I", "input": 3, "output": 4,
               "input_cached": null, "from_date": null, "to_date": null}]}
            """);

    assertThat(reading.models()).containsOnlyKeys("openai/m", "gemini/twice", "xai/soon-128k");
    ModelFacts m = reading.models().get("openai/m");
    assertThat(m.prices())
        .containsOnly(entry(INPUT, 2.0), entry(OUTPUT, 12.0), entry(CACHED_INPUT, 0.2));
    assertThat(m.history())
        .extracting(Phase::from, phase -> phase.prices().get(INPUT), Phase::tiers)
        .containsExactly(
            tuple(null, 2.5, List.of(new Tier(272_000, 5.0, 0.5, null, 22.5))),
            tuple(SEPTEMBER, 2.0, List.of(new Tier(272_000, 4.0, null, null, 18.0))));
    assertThat(reading.models().get("gemini/twice").prices()).containsEntry(INPUT, 3.0);
    assertThat(reading.models().get("gemini/twice").history()).isEmpty();
    assertThat(reading.models().get("xai/soon-128k").prices()).isEmpty();
    assertThat(reading.models().get("xai/soon-128k").history()).hasSize(1);
    assertThat(reasons(reading))
        .containsOnly(
            entry("openai/over", SkipReason.ENDED),
            entry("google/twice", SkipReason.REPEATED_KEY),
            entry("xai/wrong", SkipReason.OUT_OF_BOUNDS),
            entry("openai/gpt-image-1", SkipReason.OTHER_MODE));
    assertThat(reading.keys()).isEqualTo(10);
    assertCounted(reading);
  }

  @Test
  void shouldReadGenaiPrices() throws IOException {
    Reading reading =
        read(
            "genai-prices-v2.json",
            """
            [{"id": "anthropic", "models": [
               {"id": "c-4", "match": {"or": [{"starts_with": "C-4-2025"}, {"equals": "c4"}]},
                "prices": [
                  {"prices": {"input_mtok": {"base": 3, "tiers": [{"start": 200000, "price": 6}]},
                     "output_mtok": {"base": 15, "tiers": [{"start": 200000, "price": 22.5}]},
                     "cache_write_1h_mtok": 6}},
                  {"constraint": {"start_date": "2026-09-01"},
                   "prices": {"input_mtok": 2, "output_mtok": 10, "cache_read_mtok": 0.2,
                     "cache_write_mtok": 2.5, "web_searches_kcount": 10}}]},
               {"id": "voyage-9", "match": {"equals": "voyage-9"}, "prices": {"input_mtok": 1}},
               {"id": "by-request", "match": {"equals": "x"}, "prices": {"requests_kcount": 5}}]},
             {"id": "deepseek", "models": [
               {"id": "chat", "match": {"contains": "chat"}, "prices": [
                  {"prices": {"input_mtok": 0.135, "output_mtok": 0.55}},
                  {"constraint": {"start_time": "00:30:00Z", "end_time": "16:30:00Z"},
                   "prices": {"input_mtok": 0.27, "output_mtok": 1.1}}]}]},
             {"id": "x-ai", "models": [
               {"id": "us.regional", "match": {"equals": "a"}, "prices": {"input_mtok": 1}},
               {"id": "free", "match": {"equals": "f"}, "prices": {"input_mtok": 0, "output_mtok": 0}},
               {"id": "grok", "match": {"equals": "grok"},
                "prices": {"input_mtok": 2, "output_mtok": 6, "dark_matter_mtok": 1}}]}]
            """);

    assertThat(reading.models()).containsOnlyKeys("anthropic/c-4", "deepseek/chat", "xai/grok");
    ModelFacts c4 = reading.models().get("anthropic/c-4");
    assertThat(c4.prices())
        .containsOnly(
            entry(INPUT, 2.0),
            entry(OUTPUT, 10.0),
            entry(CACHED_INPUT, 0.2),
            entry(CACHE_WRITE, 2.5));
    assertThat(c4.tiers()).isEmpty();
    assertThat(c4.history()).extracting(Phase::from).containsExactly(null, SEPTEMBER);
    assertThat(c4.history().get(0).tiers())
        .containsExactly(new Tier(200_000, 6.0, null, null, 22.5));
    assertThat(reading.models().get("deepseek/chat").prices())
        .as("the dearest of the day")
        .containsOnly(entry(INPUT, 0.27), entry(OUTPUT, 1.1));
    Rule rule = reading.rules().get(0);
    assertThat(rule.provider()).isEqualTo("anthropic");
    assertThat(List.of("c-4-20250514", "C4", "c-4", "c-4-2024"))
        .extracting(rule.names()::test)
        .containsExactly(true, true, false, false);
    assertThat(reasons(reading))
        .containsOnly(
            entry("anthropic/voyage-9", SkipReason.OTHER_MODE),
            entry("anthropic/by-request", SkipReason.NO_TOKEN_PRICE),
            entry("x-ai/us.regional", SkipReason.REGION),
            entry("x-ai/free", SkipReason.FREE_OFFER));
    assertThat(reading.untaken())
        .containsOnly(
            entry(Untaken.LONG_CACHE_WRITES, 1),
            entry(Untaken.TIME_OF_DAY, 1),
            entry(Untaken.OTHER_UNITS, 1),
            entry(Untaken.UNKNOWN, 1));
    assertThat(reading.unknownFields()).containsExactly("dark_matter_mtok");
    assertCounted(reading);
  }

  @Test
  void shouldReadPortkey() throws IOException {
    Reading reading =
        read(
            "https://example.com/pricing/openai.json?raw=1",
            """
            {"default": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0}},
                "calculate": {}, "currency": "USD"}},
             "m": {"pricing_config": {
                 "pay_as_you_go": {"request_token": {"price": 0.00025}, "response_token": {"price": 0.001},
                   "cache_read_input_token": {"price": 0.000125}, "cache_write_input_token": {"price": 0},
                   "request_audio_token": {"price": 1}, "oddity": {"price": 1},
                   "additional_units": {"cache_write_1h": {"price": 1}}},
                 "batch_config": {"request_token": {"price": 0.000125}},
                 "finetune_config": {"pay_per_token": {"price": 0.0025}}},
               "custom_pricing": {"context_tier_map": {"0": "low", "272000": "high"},
                 "regions": {"default": {"execution_modes": {
                   "standard": {"context_tiers": {
                     "low": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0.00025}}}},
                     "high": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0.0005},
                        "response_token": {"price": 0.00225}, "cache_read_input_token": {"price": 0}}}}}},
                   "flex": {"pricing_config": {}}}}, "eu": {}}}},
             "ft:m": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0.000375},
                "response_token": {"price": 0.0015}}}},
             "reasoner": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0.0001},
                "response_token": {"price": 0.0004}}, "finetune_config": {"pay_per_hour": {"price": 10000}}},
                "custom_pricing": {"regions": {"default": {"execution_modes": {"batch": {"pricing_config":
                  {"pay_as_you_go": {"request_token": {"price": 0.00005},
                    "response_token": {"price": 0.0002}}}}}}}}},
             "unknown": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 0},
                "response_token": {"price": 0}}}},
             "whisper-9": {"pricing_config": {"pay_as_you_go": {"request_token": {"price": 1}}}}}
            """);

    assertThat(reading.models()).containsOnlyKeys("openai/m", "openai/reasoner");
    ModelFacts m = reading.models().get("openai/m");
    assertThat(m.prices())
        .containsOnly(
            entry(INPUT, 2.5),
            entry(OUTPUT, 10.0),
            entry(CACHED_INPUT, 1.25),
            entry(BATCH_INPUT, 1.25),
            entry(TRAINING_TOKENS, 25.0),
            entry(TUNED_INPUT, 3.75),
            entry(TUNED_OUTPUT, 15.0));
    assertThat(m.tiers()).containsExactly(new Tier(272_000, 5.0, null, null, 22.5));
    assertThat(reading.models().get("openai/reasoner").prices())
        .containsEntry(TRAINING_HOURS, 100.0)
        .containsEntry(BATCH_INPUT, 0.5)
        .containsEntry(BATCH_OUTPUT, 2.0);
    assertThat(reasons(reading))
        .containsOnly(
            entry("default", SkipReason.SAMPLE),
            entry("unknown", SkipReason.NO_TOKEN_PRICE),
            entry("whisper-9", SkipReason.OTHER_MODE));
    assertThat(reading.untaken())
        .containsOnlyKeys(
            Untaken.PRIORITY,
            Untaken.LONG_CACHE_WRITES,
            Untaken.ZERO_UNKNOWN,
            Untaken.REGIONS,
            Untaken.OTHER_UNITS,
            Untaken.UNKNOWN);
    assertThat(reading.unknownFields()).containsExactly("pay_as_you_go.oddity");
    assertCounted(reading);
  }

  @Test
  void shouldReadModelEol() throws IOException {
    Reading reading =
        read(
            "anthropic.json",
            """
            {"spec": "model-eol/0.1", "publisher": "anthropic", "models": [
              {"id": "c-3-20240307", "aliases": ["c-3"], "shutdown": "2027-05-01", "replacement": "c-4",
               "distributions": [
                 {"via": "aws-bedrock", "shutdown": "2026-09-01"},
                 {"via": "vertex-ai", "shutdown": "2026-09-01", "date_precision": "earliest"},
                 {"via": "moon-base", "shutdown": "2026-09-01"}, {"via": "azure-ai-foundry"}]},
              {"id": "ft-c-3-20240307", "shutdown": "2026-09-01"},
              {"id": "c-5"},
              {"id": "broken", "shutdown": "later"}]}
            """);

    assertThat(reading.models()).isEmpty();
    assertThat(reading.rules()).hasSize(4);
    assertThat(dates(reading, "anthropic", "c-3"))
        .containsExactly("retiresAt EXACT 2027-05-01 anthropic/c-4", "tuned EXACT 2026-09-01");
    assertThat(dates(reading, "anthropic", "c-3-20240307")).hasSize(2);
    assertThat(dates(reading, "aws", "anthropic.c-3-20240307-v1:0"))
        .containsExactly("retiresAt EXACT 2026-09-01 null");
    assertThat(dates(reading, "google", "c-3@20240307"))
        .containsExactly("retiresAt EARLIEST 2026-09-01 null");
    assertThat(dates(reading, "google", "c-30")).isEmpty();
    assertThat(dates(reading, "google", "c-3"))
        .containsExactly("retiresAt EARLIEST 2026-09-01 null");
    assertThat(dates(reading, "azure", "c-3")).isEmpty();
    assertThat(reasons(reading))
        .containsOnly(entry("c-5", SkipReason.NO_DATE), entry("broken", SkipReason.OUT_OF_BOUNDS));
    assertThat(reading.untaken()).containsOnly(entry(Untaken.OTHER_DISTRIBUTION, 1));
    assertCounted(reading);
  }

  @Test
  void shouldReadDeprecationsInfo() throws IOException {
    Reading reading =
        read(
            "feed.json",
            """
            [{"provider": "AWS Bedrock", "model_id": "a.b-v1:0", "shutdown_date": "2026-09-01",
              "replacement_models": null},
             {"provider": "OpenAI", "model_id": "m", "shutdown_date": "2027-05-01",
              "replacement_models": ["n", "reasoning.mode: pro"]},
             {"provider": "OpenAI", "model_id": "ft-m", "shutdown_date": "2026-09-01",
              "replacement_models": []},
             {"provider": "OpenAI", "model_id": "Agent Builder", "shutdown_date": "2026-09-01"},
             {"provider": "Cohere", "model_id": "c", "shutdown_date": "", "replacement_models": []}]
            """);

    assertThat(dates(reading, "aws", "a.b-v1:0"))
        .containsExactly("retiresAt EXACT 2026-09-01 null");
    assertThat(dates(reading, "openai", "m"))
        .containsExactly("retiresAt EXACT 2027-05-01 openai/n", "tuned EXACT 2026-09-01");
    assertThat(reasons(reading))
        .containsOnly(
            entry("OpenAI: Agent Builder", SkipReason.NOT_A_MODEL),
            entry("Cohere: c", SkipReason.NO_DATE));
    assertCounted(reading);
  }

  @Test
  void shouldReadFilesOfOurOwn() throws IOException {
    String record =
        "{\"modelId\":\"p/m\",\"periods\":[{\"effectiveFrom\":\"2026-01-01T00:00:00Z\","
            + "\"inputPerMTok\":5,\"outputPerMTok\":15},{\"effectiveFrom\":"
            + "\"2027-05-01T00:00:00Z\",\"inputPerMTok\":4,\"outputPerMTok\":12}],"
            + "\"retiresAt\":\"2027-05-01T00:00:00Z\",\"tokenFactor\":1.3,\"source\":\"a page\","
            + "\"confidence\":\"OFFICIAL\"}";
    String csv =
        """
        modelId,effectiveFrom,inputPerMTok,outputPerMTok
        p/m,2026-01-01T00:00:00Z,5,15
        p/m,2027-05-01T00:00:00Z,4,12
        """;

    Reading lines =
        read("a.jsonl", record + "\n" + record.replace("p/m", "p/n") + "\n{\"modelId\":1}\n");
    Reading array = read("a.json", "[" + record + "]");
    Reading rows = read("a.csv", csv);

    assertThat(lines.models()).containsOnlyKeys("p/m", "p/n");
    assertThat(lines.skipped()).extracting(Reading.Skipped::line).containsExactly(3L);
    for (Reading reading : List.of(lines, array, rows)) {
      ModelFacts facts = reading.models().get("p/m");
      assertThat(reading.format()).isEqualTo(PriceFormat.PRICES);
      assertThat(facts.prices()).containsOnly(entry(INPUT, 5.0), entry(OUTPUT, 15.0));
      assertThat(facts.history()).hasSize(2);
      assertCounted(reading);
    }
    ModelFacts facts = array.models().get("p/m");
    assertThat(facts.dates().retiresAt()).isEqualTo(new Dated(MAY, Dated.Certainty.OWN, "a page"));
    assertThat(facts.tokenFactor()).isEqualTo(1.3);
    assertThat(facts.provenance().confidence()).isEqualTo(Confidence.OFFICIAL);
  }

  @Test
  void shouldReadAnOverlayWithAllItsColumns() throws IOException {
    Reading reading =
        read(
            "overlay.csv",
            "modelId,tuning.adaptersPerDeployment,tiers.abovePromptTokens,tiers.inputPerMTok,"
                + "tunedRetiresAt,replacement,tokenFactor,batchInputPerMTok\n"
                + "p/m,10,200000,5,2027-05-01T00:00:00Z,p/n,1.2,0.5\np/n,,,,,,,\n");

    ModelFacts facts = reading.models().get("p/m");
    assertThat(reading.format()).isEqualTo(PriceFormat.OVERLAY);
    assertThat(facts.prices()).containsOnly(entry(ADAPTERS, 10.0), entry(BATCH_INPUT, 0.5));
    assertThat(facts.tiers()).containsExactly(new Tier(200_000, 5.0, null, null, null));
    assertThat(facts.dates().tunedRetiresAt()).isNotNull();
    assertThat(facts.dates().replacement()).isEqualTo("p/n");
    assertThat(facts.tokenFactor()).isEqualTo(1.2);
    assertThat(reading.models().get("p/n").statesPrices()).isFalse();
    assertThat(reading.models().get("p/n").tokenFactor()).isNull();
  }

  private static List<String> dates(Reading reading, String provider, String name) {
    return reading.rules().stream()
        .filter(rule -> rule.provider().equals(provider) && rule.names().test(name))
        .map(rule -> rule.facts().dates())
        .map(
            dates -> {
              Dated retires = dates.retiresAt();
              Dated tuned = dates.tunedRetiresAt();
              return retires == null
                  ? "tuned " + text(tuned)
                  : "retiresAt " + text(retires) + " " + dates.replacement();
            })
        .toList();
  }

  private static String text(@Nullable Dated date) {
    return date == null
        ? "none"
        : date.certainty() + " " + date.at().toString().substring(0, "2026-12-31".length());
  }

  private static Map<String, SkipReason> reasons(Reading reading) {
    return reading.skipped().stream()
        .collect(Collectors.toMap(Reading.Skipped::key, Reading.Skipped::reason));
  }

  private static void assertCounted(Reading reading) {
    assertThat(reading.keys())
        .isEqualTo(reading.mappedKeys() + reading.tunedKeys() + reading.skipped().size());
  }

  private static Reading read(String name, String text) throws IOException {
    ReadOptions options = new ReadOptions(NOW, NOW, null, null, null, false);
    return PriceFormat.read(name, text.getBytes(UTF_8), null, options);
  }
}

package dev.tuneornot.portfolio.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.portfolio.formats.PriceFormat;
import dev.tuneornot.portfolio.formats.ReadOptions;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PriceChange;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.portfolio.prices.PriceMerge;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  static {
    TrustedClasses.install();
  }

  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  @Test
  void shouldTakeTheFirstOfEquallyTrustedSources() throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                litellm(null, entry("openai/m", "2.5 10")),
                modelsDev(null, "openai", "m", "5, \"output\": 10")),
            Set.of());

    assertThat(price(sources, "openai/m", PriceField.INPUT)).isEqualTo(2.5);
    assertThat(sources.findings())
        .containsExactly(
            new Finding(
                Finding.Kind.DISAGREEMENT,
                "openai/m",
                "inputPerMTok: LiteLLM price catalogue, key openai/m says 2.5, models.dev, key"
                    + " openai/m says 5; 2.5 is taken"));
  }

  @Test
  void shouldTakeTheMoreTrustedSourceWhereverItStands() throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                litellm(null, entry("openai/m", "2.5 10")),
                modelsDev(Confidence.MIRROR, "openai", "m", "5, \"output\": 10")),
            Set.of());

    assertThat(price(sources, "openai/m", PriceField.INPUT)).isEqualTo(5.0);
    assertThat(facts(sources, "openai/m").provenance().confidence()).isEqualTo(Confidence.MIRROR);
    assertThat(facts(sources, "openai/m").provenance().source())
        .isEqualTo("models.dev, key openai/m");
  }

  @Test
  void shouldFillGapsFromASourceThatAgrees() throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                litellm(Confidence.OFFICIAL, entry("openai/m", "2.5 10")),
                modelsDev(null, "openai", "m", "2.5, \"output\": 10, \"cache_read\": 0.25")),
            Set.of());

    assertThat(price(sources, "openai/m", PriceField.CACHED_INPUT)).isEqualTo(0.25);
    assertThat(facts(sources, "openai/m").provenance().confidence())
        .as("of mixed prices the lower one")
        .isEqualTo(Confidence.THIRD_PARTY);
    assertThat(sources.findings()).isEmpty();
  }

  @Test
  void shouldNotFillGapsFromASourceThatIsAboutOtherPrices() throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                litellm(null, entry("openai/m", "2.5 10")),
                modelsDev(null, "openai", "m", "5, \"output\": 10, \"cache_read\": 2.5")),
            Set.of());

    assertThat(facts(sources, "openai/m").prices()).doesNotContainKey(PriceField.CACHED_INPUT);
  }

  @Test
  void shouldApplyRulesToModelsThatOthersNameOrThatAreHeld() throws IOException {
    Reading genai =
        read(
            "genai.json",
            """
            [{"id": "anthropic", "models": [
              {"id": "c-4", "match": {"starts_with": "c-4-"},
               "prices": {"input_mtok": 3, "output_mtok": 15}},
              {"id": "c-any", "match": {"starts_with": "c-"},
               "prices": {"input_mtok": 9, "output_mtok": 9}}]}]
            """,
            null);

    Sources sources =
        Sources.of(
            List.of(litellm(null, entry("anthropic/c-4-2025", "4 15")), genai),
            Set.of("anthropic/c-4-2024", "openai/c-4-1", "anthropic/other"));

    assertThat(sources.facts())
        .containsOnlyKeys(
            "anthropic/c-4", "anthropic/c-any", "anthropic/c-4-2025", "anthropic/c-4-2024");
    assertThat(price(sources, "anthropic/c-4-2024", PriceField.INPUT)).isEqualTo(3.0);
    assertThat(sources.findings())
        .extracting(Finding::modelId)
        .containsExactly("anthropic/c-4-2025");
  }

  @Test
  void shouldTakeDatesOfPricedModelsOnlyAndTheSurestOfThem() throws IOException {
    Reading earliest = eol("c-1", "2027-05-01", ", \"date_precision\": \"earliest\"");
    Reading exact = eol("c-1", "2027-06-01", "");
    Reading other = eol("gone-9", "2027-06-01", "");

    Sources sources =
        Sources.of(
            List.of(litellm(null, entry("anthropic/c-1", "4 15")), earliest, exact, other),
            Set.of());

    assertThat(sources.facts()).containsOnlyKeys("anthropic/c-1");
    assertThat(facts(sources, "anthropic/c-1").dates().retiresAt())
        .extracting(date -> date == null ? null : date.at())
        .isEqualTo(Instant.parse("2027-06-01T00:00:00Z"));
    assertThat(facts(sources, "anthropic/c-1").dates().replacement()).isEqualTo("anthropic/c-9");
    assertThat(facts(sources, "anthropic/c-1").provenance().source())
        .as("dates are noted in the record")
        .isEqualTo("LiteLLM price catalogue, key anthropic/c-1");
    assertThat(sources.withoutPrice()).isEqualTo(1);
    assertThat(sources.findings()).as("a lower bound is no contradiction").isEmpty();
  }

  @Test
  void shouldLetAnOverlayWinOverAll() throws IOException {
    Reading overlay =
        read("o.csv", "modelId,inputPerMTok,tuning.trainingPerMTok\nopenai/m,3,25\n", null);

    Sources sources =
        Sources.of(
            List.of(overlay, litellm(Confidence.OFFICIAL, entry("openai/m", "2.5 10"))), Set.of());

    assertThat(facts(sources, "openai/m").prices())
        .containsEntry(PriceField.INPUT, 3.0)
        .containsEntry(PriceField.OUTPUT, 10.0)
        .containsEntry(PriceField.TRAINING_TOKENS, 25.0);
    assertThat(sources.withTuning()).isEqualTo(1);
    assertThat(sources.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.DISAGREEMENT);
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "9.99, 0", "0.1, 1", "0.11, 0"})
  void shouldFindAPriceTenTimesOffTheMedianOfThreeOthers(double price, int findings)
      throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                litellm(
                    null,
                    entry("a/Llama-3.1-8B", "1 1"),
                    entry("b/meta.llama-3_1-8b", "1 1"),
                    entry("c/org/llama-3-1-8b-20260101", "1 1"),
                    entry("odd/llama-3.1-8b", price + " 1"))),
            Set.of());

    assertThat(sources.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.OFF_MEDIAN)
        .extracting(Finding::modelId)
        .hasSize(findings)
        .containsAnyOf(findings == 0 ? new String[0] : new String[] {"odd/llama-3.1-8b"});
  }

  @Test
  void shouldNotCompareWithFewerThanThreeOthers() throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                litellm(null, entry("a/m", "1 1"), entry("b/m", "1 1"), entry("odd/m", "99 99"))),
            Set.of());

    assertThat(sources.findings()).isEmpty();
  }

  @Test
  void shouldFindModelsThatAreGoneFromASourceThatHadThem() throws IOException {
    Map<String, ModelPricing> stored = new HashMap<>();
    for (String id : List.of("p/a", "p/b", "p/c", "p/d")) {
      stored.putAll(imported(litellm(null, entry(id, "1 2")), Map.of()));
    }
    stored.putAll(imported(read("mine.csv", "modelId,inputPerMTok\np/mine,1\n", null), Map.of()));
    Reading without = litellm(null, entry("p/a", "1 2"), entry("p/b", "1 2"), entry("p/c", "1 2"));

    Plan plan = plan(without, stored);

    assertThat(plan.findings())
        .extracting(Finding::kind, Finding::modelId)
        .containsExactly(tuple(Finding.Kind.GONE_FROM_SOURCE, "p/d"));
    assertThat(plan.reasons()).as("a quarter of them").isEmpty();
    assertThat(plan(litellm(null, entry("p/a", "1 2")), stored).reasons())
        .containsExactly(
            "3 of 4 stored models that came from LiteLLM price catalogue are gone from it, more than"
                + " 30 %");
  }

  @Test
  void shouldSendNothingWhereTheMedianPriceMoved() throws IOException {
    Map<String, ModelPricing> stored =
        imported(
            litellm(null, entry("p/a", "1 2"), entry("p/b", "2 2"), entry("p/c", "3 2")), Map.of());

    Plan perThousand =
        plan(
            litellm(null, entry("p/a", "1000 2"), entry("p/b", "2000 2"), entry("p/c", "3000 2")),
            stored);
    Plan oneJump =
        plan(
            litellm(null, entry("p/a", "1 2"), entry("p/b", "2 2"), entry("p/c", "300 2")), stored);

    assertThat(perThousand.reasons())
        .containsExactly(
            "the median input price of the 3 stored models moved from 2 to 2000 in LiteLLM"
                + " price catalogue, by more than ten times");
    assertThat(oneJump.reasons()).isEmpty();
  }

  @Test
  void shouldSayWhatAPastDateRewrites() throws IOException {
    Map<String, ModelPricing> stored = imported(litellm(null, entry("p/a", "1 2")), Map.of());
    Reading other = litellm(null, entry("p/a", "1.5 2"), entry("p/new", "1 2"));
    Sources sources = Sources.of(List.of(other), stored.keySet());
    Instant past = NOW.minusSeconds(3600);

    assertThat(
            Plan.of(
                    sources,
                    Stored.of(stored, List.of()),
                    new PriceMerge(past, MONTH),
                    ReviewSettings.DEFAULTS,
                    NOW)
                .reasons())
        .containsExactly(
            "the prices from 2026-11-29T23:00:00Z on of 1 stored models are rewritten (p/a):"
                + " recommendations made since then can no longer be reproduced");
    assertThat(
            Plan.of(
                    sources,
                    Stored.of(stored, List.of()),
                    new PriceMerge(NOW, MONTH),
                    ReviewSettings.DEFAULTS,
                    NOW)
                .reasons())
        .isEmpty();
    assertThat(
            Plan.of(
                    sources,
                    Stored.none(),
                    new PriceMerge(past, MONTH),
                    ReviewSettings.DEFAULTS,
                    NOW)
                .reasons())
        .isEmpty();
  }

  @Test
  void shouldForetellWhatIsHeldForReview() throws IOException {
    Map<String, ModelPricing> stored = imported(litellm(null, entry("p/a", "1 2")), Map.of());

    assertThat(judged(litellm(null, entry("p/a", "12 2"), entry("p/b", "999 2")), stored))
        .containsExactly(
            "p/a: JUMP inputPerMTok 1 -> 12 (bound 10)",
            "p/b: TOO_DEAR inputPerMTok none -> 999 (bound 200)");
  }

  @Test
  void shouldForetellHalfAPrice() throws IOException {
    assertThat(judged(litellm(null, entry("p/a", "5 0")), Map.of()))
        .containsExactly("p/a: HALF_A_PRICE outputPerMTok (the other is 5)");
  }

  @Test
  void shouldForetellThatASourceIsWeaker() throws IOException {
    Map<String, ModelPricing> stored =
        imported(litellm(Confidence.OFFICIAL, entry("p/a", "1 2")), Map.of());

    assertThat(judged(litellm(null, entry("p/a", "1.5 2")), stored))
        .containsExactly(
            "p/a: WEAKER_SOURCE confidence OFFICIAL -> THIRD_PARTY (bound 2027-02-28T00:00:00Z)");
    assertThat(plan(litellm(null, entry("p/a", "1 2")), stored).findings()).isEmpty();
  }

  private static List<String> judged(Reading reading, Map<String, ModelPricing> stored) {
    return plan(reading, stored).findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.HELD_FOR_REVIEW)
        .map(finding -> finding.modelId() + ": " + finding.sentence())
        .toList();
  }

  @Test
  void shouldNotSendAgainWhatWaitsForReviewAndWithdrawIt() throws IOException {
    Map<String, ModelPricing> inForce = imported(litellm(null, entry("p/a", "1 2")), Map.of());
    Map<String, ModelPricing> sent = imported(litellm(null, entry("p/a", "12 2")), inForce);
    PriceReview review =
        PriceReview.newBuilder()
            .setModelId("p/a")
            .setHeld(sent.get("p/a"))
            .setInForce(inForce.get("p/a"))
            .setOffset(1)
            .setHeldAt(NOW)
            .setFindings(List.of(new PriceFinding(FindingId.JUMP, "inputPerMTok", "1", "12", "10")))
            .build();
    Stored stored = Stored.of(sent, List.of()).with(Map.of("p/a", review));

    assertThat(kind("12 2", stored)).isEqualTo(PriceChange.Kind.WAITING);
    assertThat(later("12 2", stored).findings())
        .contains(
            new Finding(
                Finding.Kind.HELD_FOR_REVIEW, "p/a", "JUMP inputPerMTok 1 -> 12 (bound 10)"));
    assertThat(kind("1 2", stored)).isEqualTo(PriceChange.Kind.CHANGED);
    assertThat(kind("3 2", stored)).isEqualTo(PriceChange.Kind.CHANGED);
    assertThat(change("1 2", stored).result()).isEqualTo(inForce.get("p/a"));
    assertThat(change("3 2", stored).result().getPeriods())
        .as("what was held for review leaves no trace")
        .extracting(period -> period.getInputPerMTok())
        .containsExactly(1.0, 3.0);
  }

  private static PriceChange.Kind kind(String prices, Stored stored) throws IOException {
    return change(prices, stored).kind();
  }

  private static PriceChange change(String prices, Stored stored) throws IOException {
    return later(prices, stored).changes().get(0);
  }

  private static Plan later(String prices, Stored stored) throws IOException {
    Sources sources =
        Sources.of(List.of(litellm(null, entry("p/a", prices))), stored.prices().keySet());
    Instant later = NOW.plusSeconds(3600);
    return Plan.of(sources, stored, new PriceMerge(later, MONTH), ReviewSettings.DEFAULTS, later);
  }

  private static Plan plan(Reading reading, Map<String, ModelPricing> stored) {
    Sources sources = Sources.of(List.of(reading), stored.keySet());
    return Plan.of(
        sources,
        Stored.of(stored, List.of()),
        new PriceMerge(NOW, MONTH),
        ReviewSettings.DEFAULTS,
        NOW);
  }

  private static Map<String, ModelPricing> imported(
      Reading reading, Map<String, ModelPricing> stored) {
    Map<String, ModelPricing> after = new HashMap<>();
    for (PriceChange change : plan(reading, stored).changes()) {
      after.put(change.result().getModelId(), change.result());
    }
    return after;
  }

  private static @Nullable Double price(Sources sources, String modelId, PriceField field) {
    return facts(sources, modelId).prices().get(field);
  }

  private static ModelFacts facts(Sources sources, String modelId) {
    ModelFacts facts = sources.facts().get(modelId);
    assertThat(facts).isNotNull();
    return facts;
  }

  @SafeVarargs
  private static Reading litellm(
      @Nullable Confidence confidence, Map.Entry<String, String>... models) throws IOException {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, String> model : models) {
      String[] prices = model.getValue().split(" ", -1);
      keys.add(
          String.format(
              Locale.ROOT,
              "\"%s\": {\"litellm_provider\": \"%s\", \"mode\": \"chat\","
                  + " \"input_cost_per_token\": %se-6, \"output_cost_per_token\": %se-6}",
              model.getKey(),
              model.getKey().substring(0, model.getKey().indexOf('/')),
              prices[0],
              prices[1]));
    }
    return read("litellm.json", "{" + String.join(",", keys) + "}", confidence);
  }

  private static Reading modelsDev(
      @Nullable Confidence confidence, String provider, String name, String input)
      throws IOException {
    return read(
        "api.json",
        "{\"%s\": {\"id\": \"%s\", \"models\": {\"%s\": {\"cost\": {\"input\": %s}}}}}"
            .formatted(provider, provider, name, input),
        confidence);
  }

  private static Reading eol(String id, String shutdown, String more) throws IOException {
    return read(
        "eol.json",
        """
        {"publisher": "anthropic", "models": [
          {"id": "%s", "shutdown": "%s", "replacement": "c-9"%s}]}
        """
            .formatted(id, shutdown, more),
        null);
  }

  private static Reading read(String name, String text, @Nullable Confidence confidence)
      throws IOException {
    return PriceFormat.read(
        name, text.getBytes(UTF_8), null, new ReadOptions(NOW, NOW, null, confidence, null, false));
  }
}

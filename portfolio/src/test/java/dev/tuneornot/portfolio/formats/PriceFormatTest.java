package dev.tuneornot.portfolio.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceFormatTest {

  static {
    TrustedClasses.install();
  }

  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  private static final String GENAI =
      "[{\"id\": \"openai\", \"extractors\": [], \"models\": [{\"id\": \"m\", \"match\":"
          + " {\"equals\": \"m\"}, \"prices\": {\"input_mtok\": 1, \"output_mtok\": 2%s}}]}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": {\"x\": 1}}|in none of the formats prices, overlay,|an object with a",
        "[1]|in none of the formats|an array of other values",
        "[]|in none of the formats|an empty array",
        "[{\"b\": 1, \"c\": 2}]|in none of the formats|an array of objects with b, c",
        "{\"a\": |in none of the formats|broken JSON (Unexpected end-of-input within/between Object entries, line 1)",
        "<html>|in none of the formats|no CSV with a column modelId",
        "'modelId,training'|looks like overlay|line 1: training: unknown field"
      })
  void shouldSayWhatItLooksLike(String text, String first, String second) {
    assertThatThrownBy(() -> read("f", text, null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(first)
        .hasMessageContaining(second);
  }

  @ParameterizedTest
  @EnumSource(
      value = PriceFormat.class,
      names = {"LITELLM", "GENAI_PRICES"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldRefuseAnotherFormatThanWasNamed(PriceFormat named) {
    String litellm = "{\"m\": {\"litellm_provider\": \"p\", \"mode\": \"chat\"}}";

    assertThatThrownBy(() -> read("f", litellm, named))
        .isInstanceOf(IOException.class)
        .hasMessage("it is not " + named + ": it looks like litellm");
  }

  @Test
  void shouldFailWhereNothingCanBeUsed() {
    String litellm = "{\"m\": {\"litellm_provider\": \"p\", \"mode\": \"embedding\"}}";

    assertThatThrownBy(() -> read("f", litellm, null))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "it looks like litellm, and nothing in it can be used: 1 OTHER_MODE (it is no model"
                + " that answers in text)");
  }

  @Test
  void shouldRefuseTheFrozenVersionOfGenaiPrices() throws IOException {
    String frozen = GENAI.formatted("");
    String maintained = GENAI.formatted(", \"web_searches_kcount\": 10");

    assertThatThrownBy(() -> read("data.json", frozen, null))
        .hasMessageContaining("genai-prices v1, which is frozen");
    assertThatThrownBy(() -> read("genai-prices-v1-frozen.json", maintained, null))
        .hasMessageContaining("genai-prices v1, which is frozen");
    assertThat(read("data.json", maintained, null).models()).containsOnlyKeys("openai/m");
    assertThat(read("data.json", frozen.replace(" \"extractors\": [],", ""), null).models())
        .containsOnlyKeys("openai/m");
  }

  @Test
  void shouldReadNothingTwiceOfARepeatedProvider() throws IOException {
    Reading reading =
        read(
            "api.json",
            """
            {"p": {"id": "p", "models": {"m": {"cost": {"input": 9, "output": 9}}}},
             "p": {"id": "p", "models": {"m": {"cost": {"input": 8, "output": 8}},
                                         "m": {"cost": {"input": 1, "output": 2}}}}}
            """,
            null);

    assertThat(reading.models().get("p/m").prices().values()).containsExactly(1.0, 2.0);
    assertThat(reading.findings()).hasSize(2);
    assertThat(reading.skipped())
        .extracting(Reading.Skipped::reason)
        .containsOnly(SkipReason.REPEATED_KEY);
  }

  private static Reading read(String name, String text, @Nullable PriceFormat named)
      throws IOException {
    return PriceFormat.read(
        name, text.getBytes(UTF_8), named, new ReadOptions(NOW, NOW, null, null, null, false));
  }
}

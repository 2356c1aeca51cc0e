package dev.tuneornot.portfolio.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields of each source mean, and what is refused. */
class SourceFactsTest {

  private static final String SPEND =
      "{\"startTime\":\"2026-10-01T10:00:00Z\",\"model\":\"m\",\"prompt_tokens\":100,"
          + "\"completion_tokens\":7,\"metadata\":{\"usage_object\":{\"prompt_tokens_details\":"
          + "{\"cached_tokens\":60}}}}";

  static Stream<Arguments> cached() {
    return Stream.of(
        Arguments.of(
            "litellm-daily",
            "inside",
            "[{\"date\":\"2026-10-01\",\"model\":\"m\",\"prompt_tokens\":100,"
                + "\"completion_tokens\":7,\"cache_read_input_tokens\":60,"
                + "\"cache_creation_input_tokens\":10,\"successful_requests\":2}]",
            "100/60/10/7"),
        Arguments.of("litellm-spend", "inside", SPEND, "100/60/0/7"),
        Arguments.of(
            "langfuse",
            "outside",
            "{\"type\":\"GENERATION\",\"start_time\":\"2026-10-01T10:00:00Z\","
                + "\"provided_model_name\":\"m\",\"usage_details\":{\"input\":100,"
                + "\"input_cached_tokens\":60,\"cache_creation_input_tokens\":10,\"output\":5,"
                + "\"output_reasoning_tokens\":2,\"total\":177}}",
            "170/60/10/7"),
        Arguments.of(
            "openai",
            "inside",
            "{\"data\":[{\"start_time\":1790812800,\"end_time\":1790899200,\"results\":["
                + "{\"input_tokens\":100,\"input_cached_tokens\":60,\"output_tokens\":7,"
                + "\"num_model_requests\":2,\"model\":\"m\"}]}]}",
            "100/60/0/7"),
        Arguments.of(
            "anthropic",
            "outside",
            "{\"data\":[{\"starting_at\":\"2026-10-01T00:00:00Z\","
                + "\"ending_at\":\"2026-10-02T00:00:00Z\",\"results\":[{\"model\":\"m\","
                + "\"uncached_input_tokens\":100,\"cache_read_input_tokens\":60,"
                + "\"cache_creation\":{\"ephemeral_5m_input_tokens\":7,"
                + "\"ephemeral_1h_input_tokens\":3},\"output_tokens\":7}]}]}",
            "170/60/10/7"),
        Arguments.of(
            "anthropic",
            "outside, by the names of a message",
            "{\"data\":[{\"starting_at\":\"2026-10-01T00:00:00Z\","
                + "\"ending_at\":\"2026-10-02T00:00:00Z\",\"results\":[{\"model\":\"m\","
                + "\"input_tokens\":3,\"cache_creation_input_tokens\":12304,"
                + "\"cache_read_input_tokens\":0,\"output_tokens\":550}]}]}",
            "12307/0/12304/550"),
        Arguments.of("otel", "inside", span("100", "60"), "100/60/0/7"),
        Arguments.of(
            "focus",
            "outside, summed exactly",
            """
            ChargePeriodStart,ChargePeriodEnd,SkuId,ConsumedQuantity,ConsumedUnit
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,x-input,0.0000003,MTok
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,x-input,0.0000997,MTok
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,x-cached-input,60,tokens
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,x-cache-write,0.01,1K tokens
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,x-output,7,tokens
            """,
            "170/60/10/7"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cached")
  void shouldKnowWhetherCachedTokensAreInsideTheInputCount(
      String source, String where, String text, String expected) {
    String rule = source.equals("focus") ? "SkuId=none:none" : "model=none:none";
    UsageSums sums = Month.sums(source, text, rule);

    TokenCounts tokens = sums.unmappedTotal().tokens();
    assertThat(
            tokens.input().stripTrailingZeros().toPlainString()
                + "/"
                + tokens.cached().stripTrailingZeros().toPlainString()
                + "/"
                + tokens.written().stripTrailingZeros().toPlainString()
                + "/"
                + tokens.output().stripTrailingZeros().toPlainString())
        .isEqualTo(expected);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "litellm-spend",
            SPEND.replace("100", "-1"),
            "1: prompt_tokens = -1: must be a whole number 0..10^18"),
        Arguments.of(
            "litellm-spend",
            SPEND.replace("100", "1.5"),
            "1: prompt_tokens = 1.5: must be a whole number 0..10^18"),
        Arguments.of(
            "litellm-spend",
            SPEND.replace("100", "50"),
            "1: tokens of the cache = 60: must be 0..prompt_tokens (50)"),
        Arguments.of(
            "litellm-spend",
            SPEND.replace("2026-10-01T10", "yesterday"),
            "1: startTime = yesterday:00:00Z: must be an instant such as 2026-11-01T00:00:00Z"),
        Arguments.of(
            "langfuse",
            "{\"type\":\"GENERATION\",\"start_time\":\"2026-10-01T10:00:00Z\","
                + "\"usage_details\":{\"images\":3}}",
            "1: usage_details.images = 3: must be a kind of input, output or cached tokens"),
        Arguments.of(
            "openai",
            "{\"data\":[\n{\"start_time\":1790812800,\"end_time\":1790899200,\"results\":["
                + "{\"input_tokens\":100,\"output_tokens\":7,\"num_model_requests\":2,"
                + "\"model\":null}]}]}",
            "2: model: must be given: ask for it with group_by=model"),
        Arguments.of(
            "otel",
            span("ten", "0"),
            "1: gen_ai.usage.input_tokens = ten: must be a whole number 0..10^18"),
        Arguments.of(
            "focus",
            """
            ChargePeriodStart,ChargePeriodEnd,SkuId,ConsumedQuantity,ConsumedUnit
            2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,thing,5,tokens
            """,
            "2: SkuId = thing: must be one that says input, cached input, cache write or output,"
                + " or SkuMeter such"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("refused")
  void shouldRefuseARowByLineFieldValueAndBound(String source, String text, String expected) {
    Rows rows = rows(source.equals("focus") ? "SkuId=none:none" : "model=none:none");

    Month.read(source, text.getBytes(StandardCharsets.UTF_8), rows);

    assertThat(rows.refused).containsExactly(expected);
    assertThat(rows.all).isEmpty();
  }

  @Test
  void shouldGoOnBehindABrokenLine() {
    Rows rows = rows("team_id=a:a");

    Month.read(
        "litellm-spend",
        (SPEND + "\n{\"startTime\":\n\n[1]\n" + SPEND + "\n").getBytes(StandardCharsets.UTF_8),
        rows);

    assertThat(rows.all).hasSize(2);
    assertThat(rows.all.get(1).line()).isEqualTo(5);
    assertThat(rows.refused).hasSize(2);
    assertThat(rows.refused.get(0)).startsWith("2: record: must be readable as JSON: ");
    assertThat(rows.refused.get(1)).isEqualTo("4: record: must be a JSON object");
  }

  @Test
  void shouldReadPagesArraysAndGzipAlike() throws IOException {
    String page = "{\"page\":1,\"data\":[\n" + SPEND + ",\n" + SPEND + "],\"total_pages\":3}";
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(("[" + SPEND + "," + SPEND + "]").getBytes(StandardCharsets.UTF_8));
    }
    Rows rows = rows("team_id=a:a");

    Month.read("litellm-spend", page.getBytes(StandardCharsets.UTF_8), rows);
    Month.read("litellm-spend", compressed.toByteArray(), rows);

    assertThat(rows.all).hasSize(4);
    assertThat(rows.all.get(1).line()).isEqualTo(3);
    assertThat(rows.refused).isEmpty();
  }

  @ParameterizedTest(name = "{0} calls")
  @ValueSource(ints = {1, 5_000, 7_000, 20_000})
  void shouldReadAPageOnOneLineOfAnyLength(int calls) {
    String page =
        "{\"page\":1,\"data\":["
            + String.join(",", Collections.nCopies(calls, SPEND))
            + "],\"total_pages\":1}";
    Rows rows = rows("team_id=a:a");

    Month.read("litellm-spend", page.getBytes(StandardCharsets.UTF_8), rows);

    assertThat(rows.all).hasSize(calls);
    assertThat(rows.refused).isEmpty();
  }

  @Test
  void shouldSkipWhatTheGatewayAnswersFromItsOwnCache() {
    UsageSums sums =
        Month.sums(
            "litellm-spend",
            SPEND.replace("{\"start", "{\"cache_hit\":\"True\",\"start"),
            "model=m:m");

    assertThat(sums.skipped()).containsEntry(UsageRows.Skipped.GATEWAY_CACHE, 1L);
    assertThat(sums.mappedTotal().rows()).isZero();
  }

  @Test
  void shouldFailOnWhatIsNoSuchExport() {
    assertThatThrownBy(() -> Month.sums("openai", "a,b\n1,2\n", "model=m:m"))
        .hasMessageContaining("it must be JSON, and begins with 'a'");
    assertThatThrownBy(() -> Month.sums("litellm-daily", "date,model\n", "team_id=m:m"))
        .hasMessageContaining(
            "line 1: completion_tokens, prompt_tokens, successful_requests, team_id must be among"
                + " its columns");
    assertThatThrownBy(() -> Month.sums("focus", "PAR1\u0015\u0000", "Tags=m:m"))
        .hasMessageContaining("this is a Parquet file");
    assertThatThrownBy(() -> Month.sums("openai", "{\"data\":[{]", "model=m:m"))
        .hasMessageContaining("it is no JSON at line 1");
  }

  @Test
  void shouldRefuseARowOfAnotherWidth() {
    Rows rows = rows("model=m:m");

    Month.read(
        "litellm-daily",
        """
        date,model,prompt_tokens,completion_tokens,successful_requests
        2026-10-01,m,1,2,3
        2026-10-01,m,1
        2026-10-02,m,4,5,6
        """
            .getBytes(StandardCharsets.UTF_8),
        rows);

    assertThat(rows.all).extracting(UsageRow::requests).containsExactly(3L, 6L);
    assertThat(rows.refused)
        .containsExactly("3: record: must be of 5 cells, as the header is, and has 3");
  }

  @Test
  void shouldCountWhatComesBetweenThePointsOfACumulativeCounter() {
    List<String> values = List.of("100", "150", "20");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      // The third point is lower: the process began anew.
      text.append(counter("2", values.get(i), i == 2 ? 200 : 0, 60 * (i + 1) + (i == 2 ? 200 : 0)));
    }
    text.append(counter("1", "7", 500, 560));
    Rows rows = rows("service.name=app:app");

    Month.read("otel", text.toString().getBytes(StandardCharsets.UTF_8), rows);

    assertThat(rows.refused).isEmpty();
    assertThat(rows.all)
        .extracting(row -> row.tokens().input().intValue())
        .containsExactly(100, 50, 20, 7);
    assertThat(rows.sums.mappedTotal().isUncounted()).isTrue();
  }

  private static Rows rows(String rule) {
    return new Rows(
        new UsageSums(
            new KeyMap(List.of(KeyRule.parse(rule)), KeyMapFile.NONE, List.of()),
            new UsageWindow(null, null)));
  }

  private static String span(String input, String cached) {
    return "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"spans\":[{"
        + "\"startTimeUnixNano\":\"1790812800000000000\",\"attributes\":["
        + "{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"chat\"}},"
        + "{\"key\":\"gen_ai.usage.input_tokens\",\"value\":{\"intValue\":\""
        + input
        + "\"}},{\"key\":\"gen_ai.usage.cache_read.input_tokens\",\"value\":{\"intValue\":\""
        + cached
        + "\"}},{\"key\":\"gen_ai.usage.output_tokens\",\"value\":{\"intValue\":7}}]}]}]}]}";
  }

  private static String counter(String temporality, String value, long startS, long endS) {
    long day = 1_790_812_800L;
    return "{\"resourceMetrics\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
        + "\"value\":{\"stringValue\":\"app\"}}]},\"scopeMetrics\":[{\"metrics\":[{\"name\":"
        + "\"gen_ai.client.inference.usage.input_tokens\",\"sum\":{\"aggregationTemporality\":"
        + temporality
        + ",\"dataPoints\":[{\"asInt\":\""
        + value
        + "\",\"startTimeUnixNano\":\""
        + (day + startS)
        + "000000000\",\"timeUnixNano\":\""
        + (day + endS)
        + "000000000\"}]}}]}]}]}\n";
  }
}

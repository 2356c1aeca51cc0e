package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's {@code LiteLLM_SpendLogs}, a row a call, as CSV, JSON Lines, an array, or pages of
 * {@code GET /spend/logs/v2}. What was read from or written to a prompt cache is inside
 * prompt_tokens, and stands in metadata. A call that failed has no tokens; one that LiteLLM answers
 * from its own cache asks no model, and costs nothing.
 */
final class LiteLlmSpend implements UsageSource {

  private static final String METADATA = "metadata";
  private static final String TAGS = "request_tags";

  private static final DateTimeFormatter PARAMETER =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Set<String> KEYS =
      Set.of(
          "api_key",
          "call_type",
          "model",
          "model_id",
          "model_group",
          "custom_llm_provider",
          "user",
          METADATA,
          TAGS,
          "team_id",
          "organization_id",
          "end_user",
          "session_id");

  private static final Set<String> COLUMNS =
      Set.of("startTime", "model", "prompt_tokens", "completion_tokens");

  private static final Set<String> OTHERS =
      Set.of(
          "model_group",
          "custom_llm_provider",
          METADATA,
          "status",
          "cache_hit",
          "page",
          "total_pages");

  @Override
  public String name() {
    return "litellm-spend";
  }

  @Override
  public boolean countsRequests() {
    return true;
  }

  @Override
  public boolean isKey(String field) {
    return KEYS.contains(field) || field.startsWith(METADATA + ".") || field.startsWith(TAGS + ".");
  }

  @Override
  public String keys() {
    return Words.list(KEYS) + " (and metadata.x)";
  }

  @Override
  public Map<String, Object> read(InputStream in, Set<String> keys, UsageRows rows)
      throws IOException {
    return ExportFile.readRows(
        in, COLUMNS, OTHERS::contains, keys, new RowsOf(rows, LiteLlmSpend::row));
  }

  @Override
  public Optional<Parameter> nextPage(Map<String, Object> page) {
    BigDecimal number = pageNumber(page.get("page"));
    BigDecimal last = pageNumber(page.get("total_pages"));
    return number != null && last != null && number.compareTo(last) < 0
        ? Optional.of(new Parameter("page", number.add(BigDecimal.ONE).toPlainString()))
        : Optional.empty();
  }

  @Override
  public String parameter(Instant instant) {
    return PARAMETER.format(instant);
  }

  private static @Nullable BigDecimal pageNumber(@Nullable Object value) {
    return value instanceof String text ? RowReader.number(text) : null;
  }

  private static void row(ExportRecord record, RowReader fields, UsageRows rows) {
    if (fields.text("cache_hit").equalsIgnoreCase("true")) {
      rows.skipped(UsageRows.Skipped.GATEWAY_CACHE);
      return;
    }
    long start = fields.instant("startTime");
    boolean failed = fields.text("status").equalsIgnoreCase("failure");
    String model = fields.text("model");
    rows.accept(
        new UsageRow(
            record.line(),
            start,
            start,
            fields.text("custom_llm_provider"),
            model.isEmpty() ? fields.text("model_group") : model,
            failed ? 0 : 1,
            failed ? 1 : 0,
            tokens(record, fields),
            record::texts));
  }

  private static TokenCounts tokens(ExportRecord record, RowReader fields) {
    Object metadata = record.value(METADATA);
    Object parsed = metadata instanceof String text ? JsonTree.ofText(text) : metadata;
    BigDecimal read = BigDecimal.ZERO;
    BigDecimal written = BigDecimal.ZERO;
    if (parsed != null) {
      read =
          first(
              parsed,
              fields,
              "additional_usage_values.cache_read_input_tokens",
              "additional_usage_values.prompt_tokens_details.cached_tokens",
              "usage_object.cache_read_input_tokens",
              "usage_object.prompt_tokens_details.cached_tokens");
      written =
          first(
              parsed,
              fields,
              "additional_usage_values.cache_creation_input_tokens",
              "additional_usage_values.prompt_tokens_details.cache_creation_tokens",
              "usage_object.cache_creation_input_tokens",
              "usage_object.prompt_tokens_details.cache_creation_tokens");
    }
    TokenCounts tokens =
        TokenCounts.inside(
            fields.required("prompt_tokens"), read, written, fields.required("completion_tokens"));
    fields.checkInside("prompt_tokens", tokens.input(), "tokens of the cache", read, written);
    return tokens;
  }

  private static BigDecimal first(Object metadata, RowReader fields, String... paths) {
    for (String path : paths) {
      Object value = ExportRecord.within(metadata, path);
      if (value != null) {
        return fields.tokens(METADATA + "." + path, value);
      }
    }
    return BigDecimal.ZERO;
  }
}

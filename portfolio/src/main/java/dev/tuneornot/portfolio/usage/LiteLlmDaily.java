package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/**
 * Rows of LiteLLM's {@code LiteLLM_DailyUserSpend} and its sisters for teams, tags, organizations
 * and end users, as CSV or JSON. What was read from or written to a prompt cache is inside
 * prompt_tokens.
 */
final class LiteLlmDaily implements UsageSource {

  private static final Set<String> KEYS =
      Set.of(
          "api_key",
          "model",
          "model_group",
          "custom_llm_provider",
          "user_id",
          "team_id",
          "tag",
          "organization_id",
          "end_user_id",
          "endpoint");

  private static final Set<String> COLUMNS =
      Set.of("date", "model", "prompt_tokens", "completion_tokens", "successful_requests");

  private static final Set<String> OTHERS =
      Set.of(
          "model_group",
          "custom_llm_provider",
          "cache_read_input_tokens",
          "cache_creation_input_tokens",
          "failed_requests");

  @Override
  public String name() {
    return "litellm-daily";
  }

  @Override
  public boolean countsRequests() {
    return true;
  }

  @Override
  public boolean isKey(String field) {
    return KEYS.contains(field);
  }

  @Override
  public String keys() {
    return Words.list(KEYS);
  }

  @Override
  public Map<String, Object> read(InputStream in, Set<String> keys, UsageRows rows)
      throws IOException {
    return ExportFile.readRows(
        in, COLUMNS, OTHERS::contains, keys, new RowsOf(rows, LiteLlmDaily::row));
  }

  private static void row(ExportRecord record, RowReader fields, UsageRows rows) {
    long start = fields.day("date");
    long answered = fields.requests("successful_requests");
    long failed = fields.tokens("failed_requests").longValue();
    TokenCounts tokens =
        TokenCounts.inside(
            fields.required("prompt_tokens"),
            fields.tokens("cache_read_input_tokens"),
            fields.tokens("cache_creation_input_tokens"),
            fields.required("completion_tokens"));
    fields.checkInside(
        "prompt_tokens",
        tokens.input(),
        "cache_read_input_tokens + cache_creation_input_tokens",
        tokens.cached(),
        tokens.written());
    String model = fields.text("model");
    rows.accept(
        new UsageRow(
            record.line(),
            start,
            RowReader.dayAfter(start),
            fields.text("custom_llm_provider"),
            model.isEmpty() ? fields.text("model_group") : model,
            answered,
            failed,
            tokens,
            record::texts));
  }
}

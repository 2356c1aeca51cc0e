package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of Anthropic's {@code GET /v1/organizations/usage_report/messages}, grouped by model and
 * what rows are mapped by. What was read from or written to a prompt cache is outside of its input
 * tokens. It counts no requests.
 */
final class AnthropicUsage implements UsageSource {

  private static final Set<String> KEYS =
      Set.of(
          "workspace_id", "api_key_id", "model", "service_tier", "context_window", "inference_geo");

  private static final Buckets BUCKETS =
      new Buckets(
          "starting_at",
          "ending_at",
          (field, bucket, fields) -> fields.instant(field),
          Set.of(),
          AnthropicUsage::row);

  @Override
  public String name() {
    return "anthropic";
  }

  @Override
  public boolean countsRequests() {
    return false;
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
    return BUCKETS.read(in, rows);
  }

  @Override
  public Optional<Parameter> nextPage(Map<String, Object> page) {
    return Buckets.nextPage(page);
  }

  private static UsageRow row(ExportRecord result, RowReader fields, long start, long end) {
    TokenCounts tokens = tokens(result, fields);
    String model = fields.text("model");
    if (model.isEmpty() && !tokens.isNone()) {
      fields.refuse("model", null, "given: ask for it with group_by[]=model");
    }
    return new UsageRow(
        result.line(), start, end, "anthropic", model, UsageRow.UNKNOWN, 0, tokens, result::texts);
  }

  /** By the names of the report, or by those of a message's own usage. */
  private static TokenCounts tokens(ExportRecord record, RowReader fields) {
    BigDecimal uncached =
        record.value("input_tokens") == null
            ? fields.required("uncached_input_tokens")
            : fields.tokens("input_tokens");
    BigDecimal written = fields.tokens("cache_creation_input_tokens");
    if (record.value("cache_creation") instanceof Map<?, ?> byLifetime
        && record.value("cache_creation_input_tokens") == null) {
      for (Map.Entry<?, ?> each : byLifetime.entrySet()) {
        written = written.add(fields.tokens("cache_creation." + each.getKey(), each.getValue()));
      }
    }
    return TokenCounts.outside(
        uncached,
        fields.tokens("cache_read_input_tokens"),
        written,
        fields.required("output_tokens"));
  }
}

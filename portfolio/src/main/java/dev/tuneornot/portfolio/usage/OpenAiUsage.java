package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of OpenAI's {@code GET /v1/organization/usage/completions}, grouped by model and what rows
 * are mapped by. What was read from a prompt cache is inside input_tokens; what was written to one
 * as well, but is not told.
 */
final class OpenAiUsage implements UsageSource {

  private static final Set<String> KEYS =
      Set.of("project_id", "api_key_id", "user_id", "model", "batch", "service_tier");

  // Older versions of it call the list "result".
  private static final Buckets BUCKETS =
      new Buckets("start_time", "end_time", Buckets::seconds, Set.of("result"), OpenAiUsage::row);

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public boolean countsRequests() {
    return true;
  }

  @Override
  public Optional<String> gap() {
    return Optional.of(
        "it does not tell what was written to a prompt cache, which counts as input");
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

  @Override
  public String parameter(Instant instant) {
    return Long.toString(instant.getEpochSecond());
  }

  private static UsageRow row(ExportRecord result, RowReader fields, long start, long end) {
    BigDecimal input = fields.required("input_tokens");
    BigDecimal cached = fields.tokens("input_cached_tokens");
    fields.checkInside("input_tokens", input, "input_cached_tokens", cached, BigDecimal.ZERO);
    BigDecimal output = fields.required("output_tokens");
    long requests = fields.requests("num_model_requests");
    String model = fields.text("model");
    if (model.isEmpty() && input.signum() > 0) {
      fields.refuse("model", null, "given: ask for it with group_by=model");
    }
    return new UsageRow(
        result.line(),
        start,
        end,
        "openai",
        model,
        requests,
        0,
        TokenCounts.inside(input, cached, BigDecimal.ZERO, output),
        result::texts);
  }
}

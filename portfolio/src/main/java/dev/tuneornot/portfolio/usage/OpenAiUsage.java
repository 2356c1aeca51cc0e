package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
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

  private static final String RESULTS = "results";
  private static final Set<String> BUCKET =
      Set.of("start_time", "end_time", RESULTS, "result", "has_more", "next_page");

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
    return ExportFile.read(
        in,
        new ExportFile.Shape(Set.of(), Set.of("data"), BUCKET::contains),
        new RowsOf(rows, OpenAiUsage::bucket));
  }

  @Override
  public Optional<Parameter> nextPage(Map<String, Object> page) {
    return Buckets.nextPage(page);
  }

  @Override
  public String parameter(Instant instant) {
    return Long.toString(instant.getEpochSecond());
  }

  private static void bucket(ExportRecord bucket, RowReader fields, UsageRows rows) {
    long start = Buckets.seconds("start_time", bucket, fields);
    long end = Buckets.seconds("end_time", bucket, fields);
    // Older versions of it call the list "result".
    Object results = bucket.value(RESULTS) == null ? bucket.value("result") : bucket.value(RESULTS);
    if (results == null) {
      fields.refuse(RESULTS, null, "given");
    } else if (Buckets.isWindow(start, end, fields, "end_time")
        && results instanceof Collection<?> list) {
      list.forEach(result -> result(result, bucket.line(), start, end, rows));
    }
  }

  private static void result(Object result, long line, long start, long end, UsageRows rows) {
    ExportRecord record = Buckets.record(result, line);
    RowReader fields = new RowReader(record);
    BigDecimal input = fields.required("input_tokens");
    BigDecimal cached = fields.tokens("input_cached_tokens");
    fields.checkInside("input_tokens", input, "input_cached_tokens", cached, BigDecimal.ZERO);
    BigDecimal output = fields.required("output_tokens");
    long requests = fields.requests("num_model_requests");
    String model = fields.text("model");
    if (model.isEmpty() && input.signum() > 0) {
      fields.refuse("model", null, "given: ask for it with group_by=model");
    }
    if (!fields.isValid()) {
      rows.refused(line, fields.violations());
      return;
    }
    rows.accept(
        new UsageRow(
            line,
            start,
            end,
            "openai",
            model,
            requests,
            0,
            TokenCounts.inside(input, cached, BigDecimal.ZERO, output),
            record::texts));
  }
}

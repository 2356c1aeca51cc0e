package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Langfuse's blob export of observations, as CSV or JSON Lines. Generations count. usage_details
 * has a key for each kind of token, so what was read from or written to a cache is outside {@code
 * input}; {@code total} is their sum.
 */
final class Langfuse implements UsageSource {

  private static final String USAGE = "usage_details";
  private static final String METADATA = "metadata";

  private static final Set<String> KEYS =
      Set.of(
          "trace_id",
          "project_id",
          "environment",
          "name",
          METADATA,
          "provided_model_name",
          "model_id",
          "prompt_name",
          "prompt_version",
          "user_id",
          "session_id",
          "tags");

  private static final Set<String> COLUMNS =
      Set.of("type", "start_time", "provided_model_name", USAGE);

  /** What a key of usage_details counts. */
  private enum Kind {
    INPUT,
    CACHED,
    WRITTEN,
    OUTPUT,
    TOTAL,
    UNKNOWN
  }

  @Override
  public String name() {
    return "langfuse";
  }

  @Override
  public boolean countsRequests() {
    return true;
  }

  @Override
  public boolean isKey(String field) {
    return KEYS.contains(field) || field.startsWith(METADATA + ".");
  }

  @Override
  public String keys() {
    return Words.list(KEYS) + " (and metadata.x)";
  }

  @Override
  public Map<String, Object> read(InputStream in, Set<String> keys, UsageRows rows)
      throws IOException {
    return ExportFile.readRows(in, COLUMNS, "level"::equals, keys, new RowsOf(rows, Langfuse::row));
  }

  private static void row(ExportRecord record, RowReader fields, UsageRows rows) {
    String type = fields.text("type");
    if (type.isEmpty()) {
      fields.refuse("type", null, "given");
      return;
    }
    if (!type.equals("GENERATION")) {
      rows.skipped(UsageRows.Skipped.NOT_A_GENERATION);
      return;
    }
    long start = fields.instant("start_time");
    TokenCounts tokens = tokens(record.value(USAGE), fields);
    boolean failed = fields.text("level").equals("ERROR") && tokens.isNone();
    rows.accept(
        new UsageRow(
            record.line(),
            start,
            start,
            "",
            fields.text("provided_model_name"),
            failed ? 0 : 1,
            failed ? 1 : 0,
            tokens,
            record::texts));
  }

  private static TokenCounts tokens(@Nullable Object usage, RowReader fields) {
    Object details = usage instanceof String text ? JsonTree.ofText(text) : usage;
    if (details == null) {
      return TokenCounts.NONE;
    }
    if (!(details instanceof Map<?, ?> map)) {
      fields.refuse(USAGE, usage, "an object of tokens by kind");
      return TokenCounts.NONE;
    }
    Map<Kind, BigDecimal> sums = new EnumMap<>(Kind.class);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      String path = USAGE + "." + key;
      BigDecimal count = fields.tokens(path, entry.getValue());
      Kind kind = kind(key);
      if (kind == Kind.UNKNOWN && count.signum() > 0) {
        fields.refuse(path, entry.getValue(), "a kind of input, output or cached tokens");
      }
      sums.merge(kind, count, BigDecimal::add);
    }
    return TokenCounts.outside(
        sums.getOrDefault(Kind.INPUT, BigDecimal.ZERO),
        sums.getOrDefault(Kind.CACHED, BigDecimal.ZERO),
        sums.getOrDefault(Kind.WRITTEN, BigDecimal.ZERO),
        sums.getOrDefault(Kind.OUTPUT, BigDecimal.ZERO));
  }

  /** Langfuse takes the providers' names, so there are several for one kind. */
  private static Kind kind(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    if (name.equals("total")) {
      return Kind.TOTAL;
    }
    if (name.contains("cache")) {
      return name.contains("creation") || name.contains("write") ? Kind.WRITTEN : Kind.CACHED;
    }
    if (name.startsWith("input") || name.startsWith("prompt")) {
      return Kind.INPUT;
    }
    boolean isOutput =
        name.startsWith("output")
            || name.startsWith("completion")
            || name.startsWith("reasoning")
            || name.startsWith("thoughts");
    return isOutput ? Kind.OUTPUT : Kind.UNKNOWN;
  }
}

package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Charges as of FOCUS 1.2, as CSV: a row a SKU, so input, cached input, cache writes and output
 * come in rows of their own, each outside of the others. It counts no requests. Which tokens a row
 * is about stands in the words of its SKU; the model in a column such as x_Model, else in the SKU.
 */
final class Focus implements UsageSource {

  private static final Set<String> KEYS =
      Set.of(
          "BillingAccountId",
          "SubAccountId",
          "SubAccountName",
          "ServiceName",
          "ResourceId",
          "ResourceName",
          "RegionId",
          "SkuId",
          "Tags");

  private static final Set<String> COLUMNS =
      Set.of("ChargePeriodStart", "ChargePeriodEnd", "SkuId", "ConsumedQuantity", "ConsumedUnit");

  private static final Set<String> OTHERS =
      Set.of("ServiceName", "SkuMeter", "ChargeDescription", "ChargeCategory", "ChargeClass");

  /** Columns of FinOps tools that name the model. */
  private static final List<String> MODEL =
      List.of("x_Model", "x_model", "x_ModelId", "x_model_id", "x_ModelName", "x_model_name");

  private static final List<String> KIND = List.of("SkuMeter", "SkuId", "ChargeDescription");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern KIND_WORDS =
      Pattern.compile(
          "(?i)[-_:/. ]*\\b(uncached|cached|cache|read|write|creation|input|output|prompt|completion"
              + "|tokens?|mtok|batch)\\b");

  /** Numbers of tokens in a unit, as powers of ten. */
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("token", 0),
          Map.entry("tokens", 0),
          Map.entry("ktok", 3),
          Map.entry("ktokens", 3),
          Map.entry("1k tokens", 3),
          Map.entry("1000 tokens", 3),
          Map.entry("thousand tokens", 3),
          Map.entry("mtok", 6),
          Map.entry("mtokens", 6),
          Map.entry("1m tokens", 6),
          Map.entry("1000000 tokens", 6),
          Map.entry("million tokens", 6));

  @Override
  public String name() {
    return "focus";
  }

  @Override
  public boolean countsRequests() {
    return false;
  }

  @Override
  public boolean isKey(String field) {
    return KEYS.contains(field) || field.startsWith("Tags.") || field.startsWith("x_");
  }

  @Override
  public String keys() {
    return Words.list(KEYS) + " (and Tags.x, and columns x_...)";
  }

  @Override
  public Map<String, Object> read(InputStream in, Set<String> keys, UsageRows rows)
      throws IOException {
    return ExportFile.readRows(
        in,
        COLUMNS,
        name -> OTHERS.contains(name) || MODEL.contains(name),
        keys,
        new RowsOf(rows, Focus::row));
  }

  private static void row(ExportRecord record, RowReader fields, UsageRows rows) {
    String unit = fields.text("ConsumedUnit").strip().toLowerCase(Locale.ROOT);
    Integer power = UNITS.get(unit);
    String category = fields.text("ChargeCategory");
    if (power == null || !(category.isEmpty() || category.equals("Usage"))) {
      if (power == null && unit.contains("tok")) {
        fields.refuse("ConsumedUnit", fields.text("ConsumedUnit"), "tokens, KTok or MTok");
        return;
      }
      rows.skipped(UsageRows.Skipped.NO_TOKENS);
      return;
    }
    TokenCounts tokens = tokens(kindText(fields), quantity(record, fields, power));
    if (tokens == null) {
      fields.refuse(
          "SkuId",
          fields.text("SkuId"),
          "one that says input, cached input, cache write or output, or SkuMeter such");
      return;
    }
    long start = fields.instant("ChargePeriodStart");
    long end = fields.instant("ChargePeriodEnd");
    if (Buckets.isWindow(start, end, fields, "ChargePeriodEnd")) {
      rows.accept(
          new UsageRow(
              record.line(),
              start,
              end,
              "",
              model(fields),
              UsageRow.UNKNOWN,
              0,
              tokens,
              record::texts));
    }
  }

  /** Exact; only a correction takes something back. */
  private static BigDecimal quantity(ExportRecord record, RowReader fields, int power) {
    String name = "ConsumedQuantity";
    Object value = record.value(name);
    BigDecimal quantity = value instanceof String text ? RowReader.number(text) : null;
    boolean isCorrection = fields.text("ChargeClass").equals("Correction");
    boolean fits =
        quantity != null
            && (quantity.signum() >= 0 || isCorrection)
            && quantity.abs().scaleByPowerOfTen(power).compareTo(BigDecimal.TEN.pow(18)) <= 0;
    if (!fits) {
      fields.refuse(name, value, value == null ? "given" : "a number of at most 10^18 tokens");
      return BigDecimal.ZERO;
    }
    return quantity.scaleByPowerOfTen(power);
  }

  private static String kindText(RowReader fields) {
    for (String column : KIND) {
      String text = fields.text(column);
      if (tokens(text, BigDecimal.ZERO) != null) {
        return text;
      }
    }
    return "";
  }

  private static @Nullable TokenCounts tokens(String sku, BigDecimal count) {
    Set<String> words =
        BETWEEN_WORDS.splitAsStream(sku.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    BigDecimal none = BigDecimal.ZERO;
    if (words.contains("cache") || words.contains("cached")) {
      boolean write =
          words.contains("write") || words.contains("writes") || words.contains("creation");
      return write
          ? TokenCounts.outside(none, none, count, none)
          : TokenCounts.outside(none, count, none, none);
    }
    if (words.contains("output") || words.contains("completion")) {
      return TokenCounts.outside(none, none, none, count);
    }
    return words.contains("input") || words.contains("prompt")
        ? TokenCounts.outside(count, none, none, none)
        : null;
  }

  private static String model(RowReader fields) {
    for (String column : MODEL) {
      String model = fields.text(column);
      if (!model.isEmpty()) {
        return model;
      }
    }
    return KIND_WORDS.matcher(fields.text("SkuId")).replaceAll("").strip();
  }
}

package dev.tuneornot.portfolio.usage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The spans of one resource. */
final class OtelSpans {

  private static final Set<String> GENERATIONS =
      Set.of("chat", "text_completion", "generate_content");

  private static final String ERROR_CODE = "2";
  private static final int NANO_DIGITS_OF_MS = 6;

  private OtelSpans() {}

  static void read(ExportRecord record, UsageRows rows) {
    OtelAttributes resource = OtelAttributes.of(record.value("resource"), null);
    for (Object scopeSpans : elements(record.value("scopeSpans"))) {
      Object scope = scopeSpans instanceof Map<?, ?> map ? map.get("scope") : null;
      OtelAttributes ofScope = OtelAttributes.of(scope, resource);
      for (Object span : elementsOf(scopeSpans, "spans")) {
        if (span instanceof Map<?, ?> fields) {
          span(fields, OtelAttributes.of(span, ofScope), record.line(), rows);
        }
      }
    }
  }

  private static void span(Map<?, ?> span, OtelAttributes attributes, long line, UsageRows rows) {
    String operation = attributes.text("gen_ai.operation.name");
    String model = attributes.text("gen_ai.request.model");
    if (!GENERATIONS.contains(operation) && !(operation.isEmpty() && !model.isEmpty())) {
      // An agent's span sums up those of its calls, which are there as well.
      rows.skipped(UsageRows.Skipped.NOT_A_GENERATION);
      return;
    }
    ExportRecord record = new ExportRecord(line, "", attributes::get);
    RowReader fields = new RowReader(record);
    TokenCounts tokens =
        TokenCounts.inside(
            fields.firstOf("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"),
            fields.firstOf("gen_ai.usage.cache_read.input_tokens"),
            fields.firstOf(
                "gen_ai.usage.cache_creation.input_tokens",
                "gen_ai.usage.cache_write.input_tokens"),
            fields.firstOf("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"));
    fields.checkInside(
        "gen_ai.usage.input_tokens",
        tokens.input(),
        "gen_ai.usage.cache_read.input_tokens + gen_ai.usage.cache_creation.input_tokens",
        tokens.cached(),
        tokens.written());
    long start = nanos(span.get("startTimeUnixNano"), "startTimeUnixNano", fields);
    if (!fields.isValid()) {
      rows.refused(line, fields.violations());
      return;
    }
    boolean failed = isError(span, attributes) && tokens.isNone();
    rows.accept(
        new UsageRow(
            line,
            start,
            start,
            provider(attributes),
            model.isEmpty() ? attributes.text("gen_ai.response.model") : model,
            failed ? 0 : 1,
            failed ? 1 : 0,
            tokens,
            record::texts));
  }

  static String provider(OtelAttributes attributes) {
    String provider = attributes.text("gen_ai.provider.name");
    return provider.isEmpty() ? attributes.text("gen_ai.system") : provider;
  }

  /** Nanoseconds since the epoch as ms. */
  static long nanos(@Nullable Object value, String name, RowReader fields) {
    BigDecimal nanos = value instanceof String text ? RowReader.number(text) : null;
    if (nanos == null || nanos.signum() <= 0 || nanos.precision() > 20) {
      fields.refuse(name, value, value == null ? "given" : "nanoseconds since 1970");
      return 0;
    }
    return nanos.movePointLeft(NANO_DIGITS_OF_MS).longValue();
  }

  static Collection<?> elements(@Nullable Object list) {
    return list instanceof Collection<?> elements ? elements : List.of();
  }

  static Collection<?> elementsOf(Object element, String name) {
    return element instanceof Map<?, ?> map ? elements(map.get(name)) : List.of();
  }

  private static boolean isError(Map<?, ?> span, OtelAttributes attributes) {
    if (!attributes.text("error.type").isEmpty()) {
      return true;
    }
    Object code = span.get("status") instanceof Map<?, ?> status ? status.get("code") : null;
    return ERROR_CODE.equals(code) || "STATUS_CODE_ERROR".equals(code);
  }
}

package dev.tuneornot.portfolio.usage;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counters of tokens. Where they are cumulative, a point counts what came since the one before it
 * of its series; holds the last point of each series.
 */
final class OtelCounters {

  private static final String PREFIX = "gen_ai.client.inference.usage.";
  private static final String OLD_HISTOGRAM = "gen_ai.client.token.usage";
  private static final String HISTOGRAMS = "gen_ai.client.inference.operation.";

  /** The last point of a series. */
  private record Point(BigDecimal value, long startMs, long timeMs) {}

  private final Map<Object, Point> series = new HashMap<>();

  void read(ExportRecord record, UsageRows rows) {
    OtelAttributes resource = OtelAttributes.of(record.value("resource"), null);
    for (Object scopeMetrics : OtelSpans.elements(record.value("scopeMetrics"))) {
      Object scope = scopeMetrics instanceof Map<?, ?> map ? map.get("scope") : null;
      OtelAttributes ofScope = OtelAttributes.of(scope, resource);
      for (Object metric : OtelSpans.elementsOf(scopeMetrics, "metrics")) {
        if (metric instanceof Map<?, ?> fields && fields.get("name") instanceof String name) {
          metric(name, fields, ofScope, record.line(), rows);
        }
      }
    }
  }

  private void metric(
      String name, Map<?, ?> metric, OtelAttributes scope, long line, UsageRows rows) {
    if (name.equals(OLD_HISTOGRAM) || name.startsWith(HISTOGRAMS)) {
      rows.skipped(UsageRows.Skipped.NO_SUM);
      return;
    }
    // Reasoning is part of the output.
    if (!name.startsWith(PREFIX) || kind(name, BigDecimal.ZERO) == null) {
      return;
    }
    Object sum = metric.get("sum");
    boolean cumulative =
        sum instanceof Map<?, ?> map && isCumulative(map.get("aggregationTemporality"));
    for (Object point : sum == null ? List.of() : OtelSpans.elementsOf(sum, "dataPoints")) {
      if (point instanceof Map<?, ?> fields) {
        point(name, fields, cumulative, OtelAttributes.of(point, scope), line, rows);
      }
    }
  }

  private void point(
      String name,
      Map<?, ?> point,
      boolean cumulative,
      OtelAttributes attributes,
      long line,
      UsageRows rows) {
    ExportRecord record = new ExportRecord(line, "", attributes::get);
    RowReader fields = new RowReader(record);
    Object value = point.get("asInt") == null ? point.get("asDouble") : point.get("asInt");
    if (value == null) {
      fields.refuse(name, null, "given");
    }
    BigDecimal count = fields.tokens(name, value);
    long start = OtelSpans.nanos(point.get("startTimeUnixNano"), "startTimeUnixNano", fields);
    long end = OtelSpans.nanos(point.get("timeUnixNano"), "timeUnixNano", fields);
    if (fields.isValid() && end < start) {
      fields.refuse("timeUnixNano", point.get("timeUnixNano"), "at or after startTimeUnixNano");
    }
    if (!fields.isValid()) {
      rows.refused(line, fields.violations());
      return;
    }
    Point since = new Point(count, start, end);
    if (cumulative) {
      since = sinceLast(List.of(name, attributes.identity()), since);
    }
    TokenCounts tokens = kind(name, since.value());
    if (tokens == null) {
      return;
    }
    rows.accept(
        new UsageRow(
            line,
            since.startMs(),
            // A point of no length is not a call.
            Math.max(since.timeMs(), since.startMs() + 1),
            OtelSpans.provider(attributes),
            attributes.text("gen_ai.request.model"),
            UsageRow.UNKNOWN,
            0,
            tokens,
            record::texts));
  }

  /** What a point adds to the last one of its series; a series that began anew adds all it has. */
  private Point sinceLast(Object key, Point point) {
    Point last = series.put(key, point);
    if (last == null
        || last.startMs() != point.startMs()
        || last.value().compareTo(point.value()) > 0) {
      return point;
    }
    return new Point(point.value().subtract(last.value()), last.timeMs(), point.timeMs());
  }

  private static boolean isCumulative(@Nullable Object temporality) {
    return "2".equals(temporality) || "AGGREGATION_TEMPORALITY_CUMULATIVE".equals(temporality);
  }

  /** The tokens that a counter counts; null of one that counts parts of another one. */
  private static @Nullable TokenCounts kind(String name, BigDecimal count) {
    BigDecimal none = BigDecimal.ZERO;
    return switch (name.substring(PREFIX.length())) {
      case "input_tokens" -> new TokenCounts(count, none, none, none);
      case "cache_read.input_tokens" -> new TokenCounts(none, count, none, none);
      case "cache_write.input_tokens", "cache_creation.input_tokens" ->
          new TokenCounts(none, none, count, none);
      case "output_tokens" -> new TokenCounts(none, none, none, count);
      default -> null;
    };
  }
}

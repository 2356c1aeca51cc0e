package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/**
 * OpenTelemetry's spans and counters of GenAI clients, as OTLP in JSON lines of a collector's
 * exporter. What was read from or written to a prompt cache is inside the input count. A span is a
 * request; counters have none. Spans and counters tell of the same traffic, so one import takes
 * either.
 */
final class OtelGenAi implements UsageSource {

  static final String SPANS = "resourceSpans";
  static final String METRICS = "resourceMetrics";

  // Of one import: a file may go on with the series of the one before it.
  private final OtelCounters counters = new OtelCounters();

  @Override
  public String name() {
    return "otel";
  }

  /** Spans do; the counters' rows say that they do not. */
  @Override
  public boolean countsRequests() {
    return true;
  }

  @Override
  public boolean isKey(String field) {
    return true;
  }

  @Override
  public String keys() {
    return "the attributes of resources, spans and data points";
  }

  @Override
  public Map<String, Object> read(InputStream in, Set<String> keys, UsageRows rows)
      throws IOException {
    Set<String> wanted = Set.of("resource", "scopeSpans", "scopeMetrics", SPANS, METRICS);
    return ExportFile.read(
        in,
        new ExportFile.Shape(Set.of(), Set.of(SPANS, METRICS), wanted::contains),
        new RowsOf(
            rows,
            (record, fields, valid) -> {
              switch (record.container()) {
                case SPANS -> OtelSpans.read(record, rows);
                case METRICS -> counters.read(record, rows);
                default ->
                    fields.refuse("", null, "an OTLP object with " + SPANS + " or " + METRICS);
              }
            }));
  }
}

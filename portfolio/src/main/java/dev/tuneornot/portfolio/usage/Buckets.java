package dev.tuneornot.portfolio.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the usage reports of OpenAI and Anthropic have in common: results in buckets of time. */
final class Buckets {

  private static final long MOST_SECONDS = 253_402_300_799L;

  private Buckets() {}

  /** An instant as seconds since the epoch, in ms. */
  static long seconds(String name, ExportRecord bucket, RowReader fields) {
    Object value = bucket.value(name);
    BigDecimal seconds = value instanceof String text ? RowReader.number(text) : null;
    boolean fits =
        seconds != null
            && seconds.signum() >= 0
            && seconds.compareTo(BigDecimal.valueOf(MOST_SECONDS)) <= 0;
    if (!fits) {
      fields.refuse(name, value, value == null ? "given" : "seconds since 1970");
      return 0;
    }
    return seconds.movePointRight(3).longValue();
  }

  /** Both say {@code has_more}, and {@code next_page} for the parameter {@code page}. */
  static Optional<UsageSource.Parameter> nextPage(Map<String, Object> page) {
    return "true".equals(page.get("has_more")) && page.get("next_page") instanceof String next
        ? Optional.of(new UsageSource.Parameter("page", next))
        : Optional.empty();
  }

  static boolean isWindow(long start, long end, RowReader fields, String endName) {
    if (fields.isValid() && end <= start) {
      fields.refuse(endName, Instant.ofEpochMilli(end), "after the bucket's start");
    }
    return fields.isValid();
  }

  static ExportRecord record(Object result, long line) {
    Map<?, ?> fields = result instanceof Map<?, ?> map ? map : Map.of();
    return new ExportRecord(line, "", fields::get);
  }
}

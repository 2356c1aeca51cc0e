package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the usage reports of OpenAI and Anthropic have in common: results in buckets of time. */
final class Buckets {

  private static final String RESULTS = "results";
  private static final String MORE = "has_more";
  private static final String NEXT = "next_page";
  private static final long MOST_SECONDS = 253_402_300_799L;

  /** Reads the start or the end of a bucket, in ms since the epoch; refuses what is none. */
  @FunctionalInterface
  interface Bound {
    long read(String field, ExportRecord bucket, RowReader fields);
  }

  /** What a source makes of a result. A row that comes of invalid fields is left out. */
  @FunctionalInterface
  interface Mapping {
    UsageRow row(ExportRecord result, RowReader fields, long start, long end);
  }

  private final String startField;
  private final String endField;
  private final Bound bound;
  private final Set<String> names;
  private final Mapping mapping;

  /**
   * @param olderNames what older versions of a source call the list of results
   */
  Buckets(
      String startField, String endField, Bound bound, Set<String> olderNames, Mapping mapping) {
    this.startField = startField;
    this.endField = endField;
    this.bound = bound;
    this.names = new LinkedHashSet<>(List.of(RESULTS));
    this.names.addAll(olderNames);
    this.mapping = mapping;
  }

  /** Reads pages of buckets; as {@link UsageSource#read}. */
  Map<String, Object> read(InputStream in, UsageRows rows) throws IOException {
    Set<String> wanted = new HashSet<>(names);
    wanted.addAll(Set.of(startField, endField, MORE, NEXT));
    return ExportFile.read(
        in,
        new ExportFile.Shape(Set.of(), Set.of("data"), wanted::contains),
        new RowsOf(rows, this::bucket));
  }

  private void bucket(ExportRecord bucket, RowReader fields, UsageRows rows) {
    long start = bound.read(startField, bucket, fields);
    long end = bound.read(endField, bucket, fields);
    Optional<Object> results =
        names.stream().map(bucket::value).filter(Objects::nonNull).findFirst();
    if (results.isEmpty()) {
      fields.refuse(RESULTS, null, "given");
    } else if (isWindow(start, end, fields, endField)
        && results.get() instanceof Collection<?> list) {
      list.forEach(result -> result(record(result, bucket.line()), start, end, rows));
    }
  }

  private void result(ExportRecord result, long start, long end, UsageRows rows) {
    RowReader fields = new RowReader(result);
    UsageRow row = mapping.row(result, fields, start, end);
    if (fields.isValid()) {
      rows.accept(row);
    } else {
      rows.refused(result.line(), fields.violations());
    }
  }

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
    return "true".equals(page.get(MORE)) && page.get(NEXT) instanceof String next
        ? Optional.of(new UsageSource.Parameter("page", next))
        : Optional.empty();
  }

  static boolean isWindow(long start, long end, RowReader fields, String endName) {
    if (fields.isValid() && end <= start) {
      fields.refuse(endName, Instant.ofEpochMilli(end), "after the bucket's start");
    }
    return fields.isValid();
  }

  private static ExportRecord record(Object result, long line) {
    Map<?, ?> fields = result instanceof Map<?, ?> map ? map : Map.of();
    return new ExportRecord(line, "", fields::get);
  }
}

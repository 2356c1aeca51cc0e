package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.dashboard.query.SortKey;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, each within its bounds or refused by name. */
final class Parameters {
  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 200;
  private static final Set<String> FILTER =
      Set.of("portfolio", "decision", "verdict", "model", "provider", "q");

  private final Fields fields;

  private Parameters(Fields fields) {
    this.fields = fields;
  }

  /**
   * @param known other parameters than these are refused
   */
  static Parameters of(Request request, Set<String> known) {
    Fields fields;
    try {
      fields = Request.extractQueryParameters(request);
    } catch (org.eclipse.jetty.http.HttpException.RuntimeException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new HttpException(400, "the query must be percent-encoded UTF-8");
    }
    for (String name : fields.getNames()) {
      if (!known.contains(name)) {
        throw new HttpException(
            400, "unknown parameter " + name + ": must be one of " + new TreeSet<>(known));
      }
    }
    return new Parameters(fields);
  }

  /** The names of the filter's parameters and of others. */
  static Set<String> filterAnd(String... names) {
    Set<String> all = new TreeSet<>(FILTER);
    all.addAll(List.of(names));
    return Set.copyOf(all);
  }

  Filter filter() {
    return new Filter(
        texts("portfolio"),
        symbols("decision", Decision.class),
        symbols("verdict", Verdict.class),
        texts("model"),
        texts("provider"),
        text("q"));
  }

  Sort sort() {
    String value = single("sort");
    if (value == null) {
      return Sort.DEFAULT;
    }
    boolean descending = value.startsWith("-");
    return SortKey.of(descending ? value.substring(1) : value)
        .map(key -> new Sort(key, descending))
        .orElseThrow(
            () ->
                HttpException.badParameter(
                    "sort",
                    value,
                    Arrays.stream(SortKey.values())
                        .map(SortKey::field)
                        .collect(Collectors.joining(", ", "one of ", ", with - for descending"))));
  }

  int whole(String name, int least, int most, int otherwise) {
    String value = single(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As one that is out of bounds.
    }
    throw HttpException.badParameter(name, value, "a whole number from " + least + " to " + most);
  }

  Instant instant(String name, Instant otherwise) {
    String value = single(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw HttpException.badParameter(name, value, "an instant such as 2026-11-22T00:00:00Z");
    }
  }

  /** Empty where it is not given. */
  String text(String name) {
    String value = single(name);
    return value == null ? "" : bounded(name, value);
  }

  List<String> texts(String name) {
    List<String> values = fields.getValuesOrEmpty(name);
    if (values.size() > MOST_VALUES) {
      throw new HttpException(
          400, name + " is given " + values.size() + " times: must be at most " + MOST_VALUES);
    }
    return values.stream().map(value -> bounded(name, value)).distinct().toList();
  }

  <E extends Enum<E>> List<E> symbols(String name, Class<E> type) {
    return texts(name).stream().map(value -> symbol(name, value, type)).toList();
  }

  private static <E extends Enum<E>> E symbol(String name, String value, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(symbol -> symbol.name().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                HttpException.badParameter(
                    name, value, "one of " + Arrays.toString(type.getEnumConstants())));
  }

  private @Nullable String single(String name) {
    List<String> values = fields.getValuesOrEmpty(name);
    if (values.size() > 1) {
      throw new HttpException(400, name + " is given " + values.size() + " times: must be once");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  private static String bounded(String name, String value) {
    if (value.codePointCount(0, value.length()) > MOST_CHARACTERS) {
      throw HttpException.badParameter(name, value, "at most " + MOST_CHARACTERS + " characters");
    }
    // PostgreSQL has no such character.
    if (value.indexOf('\0') >= 0) {
      throw new HttpException(400, name + ": must not have the character NUL");
    }
    return value;
  }
}

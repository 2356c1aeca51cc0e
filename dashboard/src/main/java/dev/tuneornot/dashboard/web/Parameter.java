package dev.tuneornot.dashboard.web;

import io.javalin.http.BadRequestResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A parameter of a query: what the description of the API says of it, and how its values are read
 * within the same bounds.
 *
 * @param schema of one value, as OpenAPI writes it
 * @param repeated whether it may stand more than once
 * @param reading of the values as given; those out of bounds are refused by name
 */
record Parameter<T>(
    String name,
    String description,
    Map<String, Object> schema,
    boolean repeated,
    BiFunction<String, List<String>, T> reading) {
  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 200;

  /** Reads one value; the name is for the refusal. */
  private interface Single<T> {
    T read(String name, String value);
  }

  T read(List<String> values) {
    int most = repeated ? MOST_VALUES : 1;
    if (values.size() > most) {
      throw new BadRequestResponse(
          name
              + " is given "
              + values.size()
              + " times: must be "
              + (repeated ? "at most " + MOST_VALUES : "once"));
    }
    return reading.apply(name, values);
  }

  static Parameter<Integer> whole(
      String name, String description, int least, int most, int otherwise) {
    return single(
        name,
        description,
        JsonSchemas.ordered(
            "type", "integer", "minimum", least, "maximum", most, "default", otherwise),
        otherwise,
        (of, value) -> {
          try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
              return number;
            }
          } catch (NumberFormatException e) {
            // As one that is out of bounds.
          }
          throw bad(of, value, "a whole number from " + least + " to " + most);
        });
  }

  /** Empty where it is not given. */
  static Parameter<String> text(String name, String description) {
    return single(name, description, textSchema(), "", Parameter::bounded);
  }

  static Parameter<List<String>> texts(String name, String description) {
    return new Parameter<>(
        name,
        description,
        textSchema(),
        true,
        (of, values) -> values.stream().map(value -> bounded(of, value)).distinct().toList());
  }

  static <E extends Enum<E>> Parameter<List<E>> symbols(
      String name, String description, Class<E> type) {
    E[] symbols = type.getEnumConstants();
    return new Parameter<>(
        name,
        description,
        JsonSchemas.ordered(
            "type", "string", "enum", Arrays.stream(symbols).map(Enum::name).toList()),
        true,
        (of, values) ->
            values.stream()
                .map(value -> symbol(of, value, symbols, Arrays.toString(symbols)))
                .distinct()
                .toList());
  }

  /** One symbol, in lower case; one must be given. */
  static <E extends Enum<E>> Parameter<E> choice(String name, String description, Class<E> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(symbol -> symbol.name().toLowerCase(Locale.ROOT))
            .toList();
    return new Parameter<>(
        name,
        description,
        JsonSchemas.ordered("type", "string", "enum", names),
        false,
        (of, values) -> {
          String value = values.isEmpty() ? "" : values.get(0);
          int index = names.indexOf(value);
          if (index < 0) {
            throw bad(of, value, "one of " + String.join(", ", names));
          }
          return type.getEnumConstants()[index];
        });
  }

  /**
   * @param otherwise where it is not given
   */
  static Parameter<Instant> instant(String name, String description, Instant otherwise) {
    return single(
        name,
        description,
        JsonSchemas.ordered("type", "string", "format", "date-time"),
        otherwise,
        (of, value) -> {
          try {
            return OffsetDateTime.parse(value).toInstant();
          } catch (DateTimeException e) {
            throw bad(of, value, "an instant such as 2026-11-22T00:00:00Z");
          }
        });
  }

  private static <T> Parameter<T> single(
      String name, String description, Map<String, Object> schema, T otherwise, Single<T> single) {
    return new Parameter<>(
        name,
        description,
        schema,
        false,
        (of, values) -> values.isEmpty() ? otherwise : single.read(of, values.get(0)));
  }

  private static Map<String, Object> textSchema() {
    return JsonSchemas.ordered("type", "string", "maxLength", MOST_CHARACTERS);
  }

  private static <E extends Enum<E>> E symbol(
      String name, String value, E[] symbols, String bound) {
    return Arrays.stream(symbols)
        .filter(symbol -> symbol.name().equals(value))
        .findFirst()
        .orElseThrow(() -> bad(name, value, "one of " + bound));
  }

  private static String bounded(String name, String value) {
    if (value.codePointCount(0, value.length()) > MOST_CHARACTERS) {
      throw bad(name, value, "at most " + MOST_CHARACTERS + " characters");
    }
    // PostgreSQL has no such character.
    if (value.indexOf('\0') >= 0) {
      throw new BadRequestResponse(name + ": must not have the character NUL");
    }
    return value;
  }

  static BadRequestResponse bad(String name, String value, String bound) {
    String shown = value.length() <= 50 ? value : value.substring(0, 50) + "...";
    return new BadRequestResponse(name + " = " + shown + ": must be " + bound);
  }
}

package dev.tuneornot.portfolio.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file with the line on which it stands. Numbers stay the text that was written:
 * {@code 1.5e-07} is a decimal and never a double. Of a name that occurs twice in an object the
 * last one counts, and the earlier ones are known.
 */
final class Json {

  /** A field that follows again in its object. */
  record Repeated(String name, Json earlier) {}

  private enum Kind {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    TRUTH,
    NULL
  }

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Kind kind;
  private final long line;
  private final String text;
  private final Map<String, Json> fields = new LinkedHashMap<>();
  private final List<Json> items = new ArrayList<>();
  private final List<Repeated> repeated = new ArrayList<>();

  private Json(Kind kind, long line, String text) {
    this.kind = kind;
    this.line = line;
    this.text = text;
  }

  /**
   * Reads a file that holds one value.
   *
   * @throws IOException if it cannot be read, or is no JSON
   */
  static Json parse(InputStream in) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() == null) {
        throw new IOException("it is empty");
      }
      Json json = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the JSON value");
      }
      return json;
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, line);
      case START_ARRAY -> array(parser, line);
      case VALUE_STRING -> new Json(Kind.TEXT, line, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json(Kind.NUMBER, line, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Json(Kind.TRUTH, line, parser.getText());
      default -> new Json(Kind.NULL, line, "null");
    };
  }

  private static Json array(JsonParser parser, long line) throws IOException {
    Json array = new Json(Kind.ARRAY, line, "");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.items.add(value(parser));
    }
    return array;
  }

  private static Json object(JsonParser parser, long line) throws IOException {
    Json object = new Json(Kind.OBJECT, line, "");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Json before = object.fields.put(name, value(parser));
      if (before != null) {
        object.repeated.add(new Repeated(name, before));
      }
    }
    return object;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  boolean isArray() {
    return kind == Kind.ARRAY;
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  private boolean isNull() {
    return kind == Kind.NULL;
  }

  /** From 1. */
  long line() {
    return line;
  }

  /** The items of an array; none of anything else. */
  List<Json> items() {
    return items;
  }

  /** The fields of an object in their order; none of anything else. */
  Map<String, Json> fields() {
    return fields;
  }

  Set<String> names() {
    return fields.keySet();
  }

  List<Repeated> repeated() {
    return repeated;
  }

  /** A field that is there and not null. */
  @Nullable Json get(String name) {
    Json field = fields.get(name);
    return field == null || field.isNull() ? null : field;
  }

  /** A field of a field. */
  @Nullable Json at(String... path) {
    Json value = this;
    for (String name : path) {
      value = value == null ? null : value.get(name);
    }
    return value;
  }

  /** The text of a field that holds a text or a number; null where there is none. */
  @Nullable String text(String name) {
    Json field = get(name);
    return field != null && (field.isText() || field.isNumber()) ? field.text : null;
  }

  /** As it is written; of objects and arrays nothing. */
  String text() {
    return text;
  }

  /** A number, or a text that is one. */
  @Nullable BigDecimal decimal() {
    if (!isNumber() && !isText()) {
      return null;
    }
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /** For a person: what kind of value it is, and what it begins with. */
  String shape() {
    return switch (kind) {
      case OBJECT -> fields.isEmpty() ? "an empty object" : "an object with " + someNames();
      case ARRAY -> items.isEmpty() ? "an empty array" : "an array of " + items.get(0).kinds();
      case TEXT -> "a text";
      case NUMBER -> "a number";
      case TRUTH -> "a truth value";
      case NULL -> "null";
    };
  }

  private String kinds() {
    return isObject() && !fields.isEmpty() ? "objects with " + someNames() : "other values";
  }

  private String someNames() {
    String names = String.join(", ", fields.keySet().stream().limit(4).toList());
    return names.length() > 120 ? names.substring(0, 120) + "..." : names;
  }
}

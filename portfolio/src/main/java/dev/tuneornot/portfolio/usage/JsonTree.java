package dev.tuneornot.portfolio.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value in memory: maps, lists and texts. */
final class JsonTree {

  static final JsonFactory JSON = new JsonFactory();

  private JsonTree() {}

  /** The value that the parser is at; null for JSON's null. */
  static @Nullable Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  /** What a text says as JSON, where it looks like an object or a list; else the text itself. */
  static Object ofText(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return text;
    }
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      Object value = read(parser);
      return value == null || parser.nextToken() != null ? text : value;
    } catch (IOException noJson) {
      return text;
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = read(parser);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = read(parser);
      if (value != null) {
        elements.add(value);
      }
    }
    return elements;
  }
}

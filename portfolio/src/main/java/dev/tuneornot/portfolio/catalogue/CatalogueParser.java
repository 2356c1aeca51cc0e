package dev.tuneornot.portfolio.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the catalogue's JSON key by key, without interpreting its numbers. */
final class CatalogueParser {

  private static final JsonFactory JSON = new JsonFactory();

  private CatalogueParser() {}

  /**
   * Hands on each key, also one that was there before.
   *
   * @throws IOException if it cannot be read, or is no JSON object
   */
  static void parse(InputStream in, Consumer<CatalogueEntry> action) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no JSON object of models");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        long line = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        action.accept(entry(key, line, parser));
      }
    }
  }

  private static CatalogueEntry entry(String key, long line, JsonParser parser) throws IOException {
    Map<String, String> scalars = new HashMap<>();
    Set<String> fields = new HashSet<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new CatalogueEntry(key, line, scalars, fields);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      fields.add(field);
      if (value.isScalarValue()) {
        scalars.put(field, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return new CatalogueEntry(key, line, scalars, fields);
  }
}

package dev.tuneornot.portfolio.usage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.validation.Violation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of JSON Lines, of an array, or of pages that hold an array of them. A line of JSON
 * Lines that is broken is refused and the next one read; elsewhere nobody knows where the next
 * record begins.
 */
final class JsonExport {

  private static final int LONGEST_FIRST_LINE = 1 << 20;

  private final ExportFile.Shape shape;
  private final ExportFile.Records records;
  private final Map<String, Object> page = new HashMap<>();

  JsonExport(ExportFile.Shape shape, ExportFile.Records records) {
    this.shape = shape;
    this.records = records;
  }

  /** Returns the fields of pages beside their records. */
  Map<String, Object> read(BufferedInputStream in) throws IOException {
    if (isLines(in)) {
      readLines(in);
    } else {
      readDocument(in);
    }
    return page;
  }

  /** Whether the first line is a JSON object by itself. */
  private static boolean isLines(BufferedInputStream in) throws IOException {
    in.mark(LONGEST_FIRST_LINE + Lines.CHUNK);
    Lines lines = new Lines(in, LONGEST_FIRST_LINE);
    boolean isObject = lines.next() && !lines.isTooLong() && isObject(lines);
    in.reset();
    return isObject;
  }

  private static boolean isObject(Lines lines) {
    try (JsonParser parser = parserOf(lines)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException incomplete) {
      return false;
    }
  }

  private void readLines(BufferedInputStream in) throws IOException {
    Lines lines = new Lines(in, Lines.LONGEST);
    while (lines.next()) {
      if (lines.isTooLong()) {
        records.refused(lines.line(), new Violation("", null, Lines.LONGEST_BOUND));
      } else if (!lines.isBlank()) {
        readLine(lines);
      }
    }
  }

  private void readLine(Lines lines) throws IOException {
    try (JsonParser parser = parserOf(lines)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        records.refused(lines.line(), new Violation("", null, "a JSON object"));
        return;
      }
      readObject(parser, lines.line());
    } catch (JsonProcessingException broken) {
      records.refused(
          lines.line(),
          new Violation("", null, "readable as JSON: " + broken.getOriginalMessage()));
    }
  }

  private void readDocument(BufferedInputStream in) throws IOException {
    try (JsonParser parser = JsonTree.JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      try {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.START_ARRAY) {
            readArray("", parser);
          } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            readObject(parser, lineOf(parser));
          } else {
            throw new IOException("it holds no JSON objects");
          }
        }
      } catch (JsonProcessingException broken) {
        throw new IOException(
            "it is no JSON at line "
                + broken.getLocation().getLineNr()
                + ": "
                + broken.getOriginalMessage(),
            broken);
      }
    }
  }

  /** An object that is a record, or a page of them. */
  private void readObject(JsonParser parser, long line) throws IOException {
    Map<String, Object> fields = new HashMap<>();
    boolean isPage = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && shape.containers().contains(name)) {
        isPage = true;
        readArray(name, parser);
      } else {
        keep(name, parser, fields);
      }
    }
    if (isPage) {
      page.putAll(fields);
    } else {
      records.accept(new ExportRecord(line, "", fields::get));
    }
  }

  private void readArray(String container, JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long line = lineOf(parser);
      if (parser.currentToken() == JsonToken.START_OBJECT && container.isEmpty()) {
        readObject(parser, line);
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        Map<String, Object> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          keep(name, parser, fields);
        }
        records.accept(new ExportRecord(line, container, fields::get));
      } else {
        parser.skipChildren();
        records.refused(line, new Violation(container, null, "a list of JSON objects"));
      }
    }
  }

  private void keep(String name, JsonParser parser, Map<String, Object> fields) throws IOException {
    if (!shape.isWanted().test(name)) {
      parser.skipChildren();
      return;
    }
    Object value = JsonTree.read(parser);
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static JsonParser parserOf(Lines lines) throws IOException {
    return JsonTree.JSON.createParser(lines.bytes(), 0, lines.length());
  }

  private static long lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}

package dev.tuneornot.portfolio.formats;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param name of the file or the address; some formats say what they are about nowhere else
 * @param json null where it is no single JSON value
 * @param failure why it is none; empty where it is one
 */
@SuppressWarnings("ArrayRecordComponent") // A file in memory, which nobody changes.
record Content(String name, byte[] bytes, @Nullable Json json, String failure) {

  static Content of(String name, byte[] bytes) {
    try {
      return new Content(name, bytes, Json.parse(new ByteArrayInputStream(bytes)), "");
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      String line = at == null ? "" : ", line " + at.getLineNr();
      return new Content(name, bytes, null, broken.getOriginalMessage() + line);
    } catch (IOException none) {
      return new Content(name, bytes, null, String.valueOf(none.getMessage()));
    }
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether it begins as JSON does. */
  boolean beginsAsJson() {
    String start = start();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Whether its first line is an object with this field. */
  boolean isLinesWith(String field) {
    String start = start();
    int end = start.indexOf('\n');
    String line = end < 0 ? start : start.substring(0, end);
    return line.startsWith("{") && line.contains("\"" + field + "\"");
  }

  /** Whether its first line names a column. */
  boolean isCsvWith(String column) {
    if (beginsAsJson()) {
      return false;
    }
    String start = start();
    int end = start.indexOf('\n');
    String line = end < 0 ? start : start.substring(0, end);
    for (String cell : line.strip().split("[,;\t]", -1)) {
      if (cell.strip().replace("\"", "").equals(column)) {
        return true;
      }
    }
    return false;
  }

  private String start() {
    int length = Math.min(bytes.length, 8192);
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
  }

  /** The last part of the name, in lower case and without {@code .json}. */
  String baseName() {
    String path = name.replaceFirst("[?#].*$", "");
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return last.toLowerCase(Locale.ROOT).replaceFirst("\\.(jsonl?|csv)$", "");
  }
}

package dev.tuneornot.dashboard.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Makes JSON texts in UTF-8. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Writes one value. */
  @FunctionalInterface
  public interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private Json() {}

  public static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = generator(bytes)) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A generator that leaves flushing to the stream's owner. */
  public static JsonGenerator generator(OutputStream to) throws IOException {
    return FACTORY
        .createGenerator(to)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** The body of an answer that says what is wrong. */
  public static byte[] error(String message) {
    return bytes(
        out -> {
          out.writeStartObject();
          out.writeStringField("error", message);
          out.writeEndObject();
        });
  }
}

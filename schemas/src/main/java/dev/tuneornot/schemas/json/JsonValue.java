package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the values of one schema. Immutable. */
@FunctionalInterface
interface JsonValue {

  /**
   * Reads the value at the parser's current token, which is not null, and leaves the parser at its
   * last token.
   *
   * @return null if the value is not of the schema, which has then been reported
   */
  @Nullable Object read(JsonParser in, JsonReading reading) throws IOException;
}

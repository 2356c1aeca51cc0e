package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.ViolationList;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads a generated class from plain JSON, strictly: every field must be known, given at most once
 * and of its type; instants are ISO-8601 with an offset. Bounds are not its concern. Immutable, and
 * made once: it compiles the schema.
 */
public final class AvroJsonReader<T extends SpecificRecord> {

  private static final Map<Class<?>, AvroJsonReader<?>> OF_INPUTS = new ConcurrentHashMap<>();

  private final Class<T> recordClass;
  private final JsonRecord records;

  /**
   * A reader of a generated class.
   *
   * @param schema the schema of that class
   */
  public AvroJsonReader(Class<T> recordClass, Schema schema) {
    this.recordClass = recordClass;
    this.records = new JsonRecord(schema);
  }

  /** The reader of an input; always the same one. */
  @SuppressWarnings("unchecked") // What is kept under a class reads that class.
  public static <T extends SpecificRecord> AvroJsonReader<T> of(RecordType<T> type) {
    return (AvroJsonReader<T>)
        OF_INPUTS.computeIfAbsent(
            type.recordClass(), input -> new AvroJsonReader<>(type.recordClass(), type.schema()));
  }

  /**
   * Reads one record and leaves the parser at its last token.
   *
   * @param in stands at the first token of an object
   * @param violations is given every field that is unknown, missing or not of its type
   * @return not to be used for anything but further checks if there were violations: a field that
   *     could not be read has its default, or is null
   * @throws IOException if the input cannot be read or is no JSON
   */
  public T read(JsonParser in, ViolationList violations) throws IOException {
    return read(in, new JsonReading(violations));
  }

  T read(JsonParser in, JsonReading reading) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("the parser does not stand at an object");
    }
    reading.start(in);
    return recordClass.cast(Objects.requireNonNull(records.read(in, reading)));
  }
}

package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns the values of a file into entries: read, then checked against the bounds. What is wrong
 * with the present record gathers here until the next one is started.
 */
final class RecordDecoder<T extends SpecificRecord> {

  private final RecordType<T> type;
  private final AvroJsonReader<T> reader;
  private final ViolationList violations = new ViolationList();
  private final JsonReading reading = new JsonReading(violations);

  RecordDecoder(RecordType<T> type) {
    this.type = type;
    this.reader = AvroJsonReader.of(type);
  }

  /** Forgets the record before. */
  void start() {
    violations.clear();
    reading.reset();
  }

  /** Decodes the object at whose first token the parser stands. */
  Entry<T> decode(JsonParser in, long line) throws IOException {
    return Entry.checked(type, line, reader.read(in, reading), violations);
  }

  /** Refuses the value at the parser's current token as a whole. */
  Entry<T> refuse(JsonParser in, long line, String bound) throws IOException {
    reading.refuseRecord(in, bound);
    return refused(line);
  }

  /** Refuses the present record for one more reason. */
  Entry<T> refuse(long line, Violation violation) {
    violations.add(violation);
    return refused(line);
  }

  private Entry<T> refused(long line) {
    SpecificRecord partial = reading.partial();
    T record = partial == null ? null : type.recordClass().cast(partial);
    return Entry.refused(type, line, record, violations);
  }
}

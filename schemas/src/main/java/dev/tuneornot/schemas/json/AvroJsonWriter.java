package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Writes our Avro classes as plain JSON: no union wrappers, instants in ISO-8601 with {@code Z} and
 * a fraction only where it is not zero, decimals as numbers, the keys of a map sorted. Immutable,
 * and made once: it compiles the schema.
 */
public final class AvroJsonWriter {

  private final RecordWriter records;

  /**
   * A writer of a record schema.
   *
   * @param includeNulls whether fields that are null are written, as null, or left out
   */
  public AvroJsonWriter(Schema schema, boolean includeNulls) {
    this.records = new RecordWriter(schema, includeNulls);
  }

  /**
   * Writes one record of that schema.
   *
   * @throws IOException if the output fails, or JSON cannot carry a value: a number that is not
   *     finite, or an unpaired surrogate
   */
  public void write(IndexedRecord record, JsonGenerator out) throws IOException {
    records.write(record, out);
  }
}

package dev.tuneornot.dashboard.projection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tuneornot.schemas.json.AvroJsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Whole records as JSON text, nulls left out. */
final class Documents<T extends IndexedRecord> {
  private static final JsonFactory JSON = new JsonFactory();

  private final AvroJsonWriter writer;

  Documents(Schema schema) {
    this.writer = new AvroJsonWriter(schema, false);
  }

  String text(T record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      writer.write(record, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

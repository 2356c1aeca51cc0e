package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.avro.generic.IndexedRecord;

/** What a writer writes. */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  static String of(IndexedRecord record, boolean includeNulls) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      new AvroJsonWriter(record.getSchema(), includeNulls).write(record, out);
    }
    return text.toString();
  }
}

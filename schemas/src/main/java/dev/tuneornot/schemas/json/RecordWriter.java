package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Writes the records of one schema, their fields in its order. */
final class RecordWriter implements ValueWriter {

  private record Field(SerializedString name, int position, ValueWriter value) {}

  private final List<Field> fields;
  private final boolean includeNulls;

  RecordWriter(Schema schema, boolean includeNulls) {
    this.includeNulls = includeNulls;
    this.fields =
        schema.getFields().stream()
            .map(
                field ->
                    new Field(
                        new SerializedString(field.name()),
                        field.pos(),
                        ValueWriter.of(field.schema(), includeNulls)))
            .toList();
  }

  @Override
  public void write(Object value, JsonGenerator out) throws IOException {
    IndexedRecord record = (IndexedRecord) value;
    out.writeStartObject();
    for (Field field : fields) {
      Object fieldValue = record.get(field.position);
      if (fieldValue != null) {
        out.writeFieldName(field.name);
        field.value.write(fieldValue, out);
      } else if (includeNulls) {
        out.writeFieldName(field.name);
        out.writeNull();
      }
    }
    out.writeEndObject();
  }
}

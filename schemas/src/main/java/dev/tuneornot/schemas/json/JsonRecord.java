package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.convert.RecordLayout;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the records of one schema, each field at most once, all of them known. */
final class JsonRecord implements JsonValue {

  private record Field(String name, int position, JsonValue value) {}

  private final RecordLayout layout;
  private final Field[] fields;
  private final Map<String, Field> byName = new HashMap<>();

  JsonRecord(Schema schema) {
    List<Schema.Field> declared = schema.getFields();
    // One bit of a long a field tells whether it has been seen.
    if (declared.size() > Long.SIZE) {
      throw new IllegalArgumentException("more than 64 fields: " + schema.getFullName());
    }
    layout = RecordLayout.of(schema);
    fields = new Field[declared.size()];
    for (Schema.Field field : declared) {
      Field compiled = new Field(field.name(), field.pos(), JsonValues.of(field.schema()));
      fields[field.pos()] = compiled;
      byName.put(field.name(), compiled);
    }
  }

  @Override
  public @Nullable SpecificRecord read(JsonParser in, JsonReading reading) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      reading.refuse(in, "an object");
      return null;
    }
    SpecificRecord record = layout.create();
    reading.begin(record);
    long seen = 0;
    int expected = 0;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      Field field = find(name, expected);
      if (field == null) {
        reading.refuse(in, Violation.UNKNOWN_FIELD);
        continue;
      }
      expected = field.position + 1;
      long bit = 1L << field.position;
      if ((seen & bit) != 0) {
        reading.refuse(in, "given once");
      } else {
        Object value = valueOf(field, in, reading);
        // What could not be read and has no default may be a primitive, which cannot be null.
        if (value != null) {
          record.put(field.position, value);
        }
        seen |= bit;
      }
    }
    complete(record, seen, in, reading);
    return record;
  }

  // Most files have the fields in the schema's order, which saves the look-up.
  private @Nullable Field find(String name, int expected) {
    return expected < fields.length && fields[expected].name.equals(name)
        ? fields[expected]
        : byName.get(name);
  }

  private @Nullable Object valueOf(Field field, JsonParser in, JsonReading reading)
      throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NULL) {
      Object value = field.value.read(in, reading);
      return value == null ? layout.defaultOf(field.position) : value;
    }
    if (!layout.hasDefault(field.position)) {
      reading.refuse(in, Violation.REQUIRED);
    }
    return layout.defaultOf(field.position);
  }

  private void complete(SpecificRecord record, long seen, JsonParser in, JsonReading reading) {
    for (Field field : fields) {
      if ((seen & (1L << field.position)) == 0) {
        if (layout.hasDefault(field.position)) {
          record.put(field.position, layout.defaultOf(field.position));
        } else {
          reading.missing(in, field.name);
        }
      }
    }
  }
}

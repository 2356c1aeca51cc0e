package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.convert.AvroTypes;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.convert.SymbolTable;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compiles schemas into readers. */
final class JsonValues {

  private JsonValues() {}

  static JsonValue of(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> of(AvroTypes.notNull(schema));
      case RECORD -> new JsonRecord(schema);
      case ENUM -> JsonScalars.symbol(SymbolTable.of(schema));
      case ARRAY -> list(of(schema.getElementType()));
      case MAP -> map(of(schema.getValueType()));
      case STRING -> JsonScalars::text;
      case BOOLEAN -> JsonScalars::flag;
      case INT -> JsonScalars::intNumber;
      case LONG -> AvroTypes.isInstant(schema) ? JsonScalars::instant : JsonScalars::longNumber;
      case DOUBLE -> JsonScalars::doubleNumber;
      case BYTES -> decimal(schema);
      case NULL, FLOAT, FIXED -> throw AvroTypes.unsupported(schema);
    };
  }

  private static JsonValue decimal(Schema schema) {
    LogicalType type = schema.getLogicalType();
    if (type instanceof LogicalTypes.Decimal decimal) {
      return JsonScalars.decimal(decimal.getPrecision(), decimal.getScale());
    }
    throw AvroTypes.unsupported(schema);
  }

  private static JsonValue list(JsonValue elements) {
    return (in, reading) -> {
      if (in.currentToken() != JsonToken.START_ARRAY) {
        reading.refuse(in, "an array");
        return null;
      }
      List<@Nullable Object> list = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (list.size() == RecordLimits.ELEMENTS) {
          reading.refuse(in, RecordLimits.ELEMENTS_BOUND);
          skipRest(in);
          return list;
        }
        list.add(element(in, reading, elements));
      }
      return list;
    };
  }

  private static JsonValue map(JsonValue values) {
    return (in, reading) -> {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        reading.refuse(in, "an object");
        return null;
      }
      Map<String, @Nullable Object> map = new HashMap<>();
      for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
        in.nextToken();
        if (map.containsKey(key)) {
          reading.refuse(in, "given once");
        } else {
          map.put(key, element(in, reading, values));
        }
      }
      return map;
    };
  }

  private static @Nullable Object element(JsonParser in, JsonReading reading, JsonValue values)
      throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      reading.refuse(in, Violation.REQUIRED);
      return null;
    }
    return values.read(in, reading);
  }

  private static void skipRest(JsonParser in) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      in.skipChildren();
    }
  }
}

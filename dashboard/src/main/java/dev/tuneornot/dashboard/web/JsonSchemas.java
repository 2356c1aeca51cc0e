package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.query.Item;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** JSON schemas of what is answered, made of the classes that it is made of. */
final class JsonSchemas {
  private static final Map<String, Object> TEXT = ordered("type", "string");
  private static final Map<String, Object> NUMBER = ordered("type", "number");
  private static final Map<String, Object> WHOLE = ordered("type", "integer");
  private static final Map<String, Object> TRUTH = ordered("type", "boolean");
  private static final Map<String, Object> INSTANT =
      ordered("type", "string", "format", "date-time");

  private JsonSchemas() {}

  /** Names and their values by turns, in this order. */
  static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  static Map<String, Object> list(Map<String, Object> items) {
    return ordered("type", "array", "items", items);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return ordered("type", "object", "properties", properties);
  }

  /** An object with one more property, or another one in the place of that name. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> with(
      Map<String, Object> object, String name, Map<String, Object> property) {
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) object.getOrDefault("properties", Map.of()));
    properties.put(name, property);
    return object(properties);
  }

  /** A row of a table. */
  static Map<String, Object> row(List<Item.Field> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Item.Field field : fields) {
      properties.put(
          field.name(),
          switch (field.kind()) {
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case WHOLE -> WHOLE;
            case TRUTH -> TRUTH;
            case INSTANT -> INSTANT;
          });
    }
    return object(properties);
  }

  /** A part of a table. */
  static Map<String, Object> page(List<Item.Field> fields) {
    return object(ordered("total", WHOLE, "totalIsExact", TRUTH, "items", list(row(fields))));
  }

  /** A record of ours, an Avro class, a list or map of them, or a single value. */
  static Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean isList = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
      return isList
          ? list(of(arguments[0]))
          : ordered("type", "object", "additionalProperties", of(arguments[1]));
    }
    Class<?> single = (Class<?>) type;
    if (SpecificRecord.class.isAssignableFrom(single)) {
      return of(SpecificData.get().getSchema(single));
    }
    return single.isRecord() ? ofRecord(single) : ofValue(single);
  }

  private static Map<String, Object> ofRecord(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), of(component.getGenericType()));
    }
    return object(properties);
  }

  private static Map<String, Object> ofValue(Class<?> type) {
    if (type.isEnum()) {
      return ordered(
          "type",
          "string",
          "enum",
          Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
    }
    if (type == boolean.class) {
      return TRUTH;
    }
    if (type == Instant.class) {
      return INSTANT;
    }
    if (type == int.class || type == long.class || type == Long.class || type == Integer.class) {
      return WHOLE;
    }
    return type == double.class || type == Double.class || type == BigDecimal.class ? NUMBER : TEXT;
  }

  /** What the schemas' JSON writer makes of an Avro schema. */
  static Map<String, Object> of(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> ofFields(schema);
      case ARRAY -> list(of(schema.getElementType()));
      case MAP -> ordered("type", "object", "additionalProperties", of(schema.getValueType()));
      case UNION ->
          schema.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .findFirst()
              .map(JsonSchemas::of)
              .orElse(Map.of());
      case ENUM -> ordered("type", "string", "enum", schema.getEnumSymbols());
      case LONG -> schema.getLogicalType() == null ? WHOLE : INSTANT;
      case BYTES -> schema.getLogicalType() instanceof LogicalTypes.Decimal ? NUMBER : TEXT;
      case INT -> WHOLE;
      case FLOAT, DOUBLE -> NUMBER;
      case BOOLEAN -> TRUTH;
      case STRING, FIXED, NULL -> TEXT;
    };
  }

  private static Map<String, Object> ofFields(Schema schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      properties.put(field.name(), of(field.schema()));
    }
    return object(properties);
  }
}

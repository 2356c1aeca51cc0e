package dev.tuneornot.dashboard.web;

import com.google.common.collect.ImmutableMap;
import dev.tuneornot.dashboard.query.Item;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** JSON schemas of what is answered, made of the classes that it is made of. */
final class JsonSchemas {
  private static final ImmutableMap<String, Object> TEXT = ImmutableMap.of("type", "string");
  private static final ImmutableMap<String, Object> NUMBER = ImmutableMap.of("type", "number");
  private static final ImmutableMap<String, Object> WHOLE = ImmutableMap.of("type", "integer");
  private static final ImmutableMap<String, Object> TRUTH = ImmutableMap.of("type", "boolean");
  private static final ImmutableMap<String, Object> INSTANT =
      ImmutableMap.of("type", "string", "format", "date-time");

  private JsonSchemas() {}

  static ImmutableMap<String, Object> list(ImmutableMap<String, Object> items) {
    return ImmutableMap.of("type", "array", "items", items);
  }

  private static ImmutableMap<String, Object> object(Map<String, Object> properties) {
    return ImmutableMap.of("type", "object", "properties", ImmutableMap.copyOf(properties));
  }

  /** An object with one more property. */
  @SuppressWarnings("unchecked")
  static ImmutableMap<String, Object> with(
      ImmutableMap<String, Object> object, String name, ImmutableMap<String, Object> property) {
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) object.getOrDefault("properties", Map.of()));
    properties.put(name, property);
    return object(properties);
  }

  /** A row of a table. */
  static ImmutableMap<String, Object> row(List<Item.Field> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Item.Field field : fields) {
      properties.put(
          field.name(),
          switch (field.kind()) {
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case WHOLE -> WHOLE;
            case INSTANT -> INSTANT;
          });
    }
    return object(properties);
  }

  /** A part of a table. */
  static ImmutableMap<String, Object> page(List<Item.Field> fields) {
    return object(
        ImmutableMap.of("total", WHOLE, "totalIsExact", TRUTH, "items", list(row(fields))));
  }

  /** A record of ours, an Avro class, a list or map of them, or a single value. */
  static ImmutableMap<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean isList = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
      return isList
          ? list(of(arguments[0]))
          : ImmutableMap.of("type", "object", "additionalProperties", of(arguments[1]));
    }
    Class<?> single = (Class<?>) type;
    if (SpecificRecord.class.isAssignableFrom(single)) {
      return of(SpecificData.get().getSchema(single));
    }
    return single.isRecord() ? ofRecord(single) : ofValue(single);
  }

  private static ImmutableMap<String, Object> ofRecord(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), of(component.getGenericType()));
    }
    return object(properties);
  }

  private static ImmutableMap<String, Object> ofValue(Class<?> type) {
    if (type.isEnum()) {
      return ImmutableMap.of(
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
  static ImmutableMap<String, Object> of(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> ofFields(schema);
      case ARRAY -> list(of(schema.getElementType()));
      case MAP ->
          ImmutableMap.of("type", "object", "additionalProperties", of(schema.getValueType()));
      case UNION ->
          schema.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .findFirst()
              .map(JsonSchemas::of)
              .orElse(ImmutableMap.of());
      case ENUM -> ImmutableMap.of("type", "string", "enum", schema.getEnumSymbols());
      case LONG -> schema.getLogicalType() == null ? WHOLE : INSTANT;
      case BYTES -> schema.getLogicalType() instanceof LogicalTypes.Decimal ? NUMBER : TEXT;
      case INT -> WHOLE;
      case FLOAT, DOUBLE -> NUMBER;
      case BOOLEAN -> TRUTH;
      case STRING, FIXED, NULL -> TEXT;
    };
  }

  private static ImmutableMap<String, Object> ofFields(Schema schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      properties.put(field.name(), of(field.schema()));
    }
    return object(properties);
  }
}

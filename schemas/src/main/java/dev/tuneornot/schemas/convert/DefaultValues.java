package dev.tuneornot.schemas.convert;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns the default of a schema's field, as Avro parsed it, into values of our classes. */
final class DefaultValues {

  private DefaultValues() {}

  /**
   * Supplies the default: always the same object where it is immutable, a new record otherwise.
   *
   * @param parsed as {@link Schema.Field#defaultVal()} gives it
   */
  static Supplier<@Nullable Object> of(Schema schema, Object parsed) {
    if (schema.getType() == Schema.Type.RECORD) {
      return recordOf(schema, (Map<?, ?>) parsed);
    }
    Object constant = constantOf(schema, parsed);
    return () -> constant;
  }

  private static @Nullable Object constantOf(Schema schema, Object parsed) {
    return switch (schema.getType()) {
      case UNION -> constantOf(schema.getTypes().get(0), parsed);
      case NULL -> requireEmpty(parsed == JsonProperties.NULL_VALUE, null, schema);
      case STRING, BOOLEAN -> parsed;
      case INT -> ((Number) parsed).intValue();
      case LONG -> ((Number) parsed).longValue();
      case DOUBLE -> ((Number) parsed).doubleValue();
      case ENUM -> SymbolTable.of(schema).find((String) parsed);
      case ARRAY -> requireEmpty(((List<?>) parsed).isEmpty(), List.of(), schema);
      case MAP -> requireEmpty(((Map<?, ?>) parsed).isEmpty(), Map.of(), schema);
      case RECORD, FLOAT, BYTES, FIXED ->
          throw new IllegalArgumentException("no default of this type is supported: " + schema);
    };
  }

  private static @Nullable Object requireEmpty(
      boolean empty, @Nullable Object value, Schema schema) {
    if (!empty) {
      throw new IllegalArgumentException("only an empty default is supported: " + schema);
    }
    return value;
  }

  private static Supplier<@Nullable Object> recordOf(Schema schema, Map<?, ?> parsed) {
    RecordLayout layout = RecordLayout.of(schema);
    @SuppressWarnings({"unchecked", "rawtypes"}) // There is no other way to an array of a generic.
    Supplier<@Nullable Object>[] values = new Supplier[schema.getFields().size()];
    for (Schema.Field field : schema.getFields()) {
      int position = field.pos();
      Object value = parsed.get(field.name());
      values[position] =
          value == null ? () -> layout.defaultOf(position) : of(field.schema(), value);
    }
    return () -> {
      SpecificRecord record = layout.create();
      for (int position = 0; position < values.length; position++) {
        record.put(position, values[position].get());
      }
      return record;
    };
  }
}

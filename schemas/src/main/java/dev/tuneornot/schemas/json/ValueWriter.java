package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import dev.tuneornot.schemas.convert.AvroTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Writes the values of one schema, which are not null. Immutable. */
@FunctionalInterface
interface ValueWriter {

  void write(Object value, JsonGenerator out) throws IOException;

  /** Compiles a schema. */
  static ValueWriter of(Schema schema, boolean includeNulls) {
    return switch (schema.getType()) {
      case UNION -> of(AvroTypes.notNull(schema), includeNulls);
      case RECORD -> new RecordWriter(schema, includeNulls);
      case ARRAY -> list(of(schema.getElementType(), includeNulls));
      case MAP -> map(of(schema.getValueType(), includeNulls));
      case ENUM, STRING -> (value, out) -> out.writeString(value.toString());
      case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
      case INT -> (value, out) -> out.writeNumber((Integer) value);
      case LONG -> AvroTypes.isInstant(schema) ? ValueWriter::instant : ValueWriter::longNumber;
      case DOUBLE -> ValueWriter::doubleNumber;
      case BYTES -> (value, out) -> out.writeNumber(((BigDecimal) value).toPlainString());
      case NULL, FLOAT, FIXED -> throw AvroTypes.unsupported(schema);
    };
  }

  private static void instant(Object value, JsonGenerator out) throws IOException {
    out.writeString(((Instant) value).toString());
  }

  private static void longNumber(Object value, JsonGenerator out) throws IOException {
    out.writeNumber((Long) value);
  }

  // JDK 17's Double.toString is not always the shortest (JDK-4511638), later ones' is; this is.
  private static void doubleNumber(Object value, JsonGenerator out) throws IOException {
    double number = (Double) value;
    if (!Double.isFinite(number)) {
      String field = out.getOutputContext().getCurrentName();
      throw new JsonGenerationException(field + " = " + number + ": must be finite", out);
    }
    out.writeNumber(NumberOutput.toString(number, true));
  }

  private static ValueWriter list(ValueWriter elements) {
    return (value, out) -> {
      out.writeStartArray();
      for (Object element : (List<?>) value) {
        elements.write(element, out);
      }
      out.writeEndArray();
    };
  }

  // Sorted, so that the same record always gives the same text.
  private static ValueWriter map(ValueWriter values) {
    return (value, out) -> {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : new TreeMap<>((Map<?, ?>) value).entrySet()) {
        out.writeFieldName(entry.getKey().toString());
        values.write(entry.getValue(), out);
      }
      out.writeEndObject();
    };
  }
}

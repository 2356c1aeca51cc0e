package dev.tuneornot.dashboard.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tuneornot.dashboard.query.Item;
import dev.tuneornot.schemas.json.AvroJsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * How everything that the API says becomes JSON: records field by field, Avro's classes by their
 * schemas, rows by the names of their fields; what has no value is left out.
 */
public final class Json {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(Item.class, new Items())
                  .addSerializer(SpecificRecord.class, new AvroRecords()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Items extends JsonSerializer<Item> {
    @Override
    public void serialize(Item item, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      for (int i = 0; i < item.fields().size(); i++) {
        Object value = item.values().get(i);
        if (value != null) {
          provider.defaultSerializeField(item.fields().get(i).name(), value, out);
        }
      }
      out.writeEndObject();
    }
  }

  private static final class AvroRecords extends JsonSerializer<SpecificRecord> {
    private final Map<Schema, AvroJsonWriter> writers = new ConcurrentHashMap<>();

    @Override
    public void serialize(SpecificRecord value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      writers
          .computeIfAbsent(value.getSchema(), schema -> new AvroJsonWriter(schema, false))
          .write(value, out);
    }
  }
}

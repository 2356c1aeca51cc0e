package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.schemas.TrustedClasses;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program of this version reads what a newer one writes that has a symbol more. */
class NewerSymbolsTest {
  private static final String OTHER = "OTHER";
  private static final String NEWER = "NEWER_THAN_ALL";
  private static final String SUBJECT = "output-value";
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    TrustedClasses.install();
  }

  private static final List<Class<? extends SpecificRecord>> OUTPUTS =
      List.of(
          Recommendation.class,
          RecommendationChange.class,
          PortfolioSummary.class,
          PriceImpact.class);

  static Stream<Arguments> outputEnums() {
    return OUTPUTS.stream()
        .flatMap(
            type -> {
              Map<String, Schema> enums = new LinkedHashMap<>();
              collectEnums(schemaOf(type), enums, new LinkedHashMap<>());
              return enums.keySet().stream().map(name -> Arguments.of(type, name));
            });
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("outputEnums")
  void shouldBecomeOtherForAnOldReader(Class<? extends SpecificRecord> type, String name)
      throws Exception {
    Schema old = schemaOf(type);
    Schema newer = withOneMore(old, name);
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    registry.register(SUBJECT, new AvroSchema(old));
    registry.updateCompatibility(SUBJECT, "FULL_TRANSITIVE");
    assertThat(registry.testCompatibility(SUBJECT, new AvroSchema(newer)))
        .as("a registry that enforces compatibility takes it")
        .isTrue();
    byte[] written;
    try (KafkaAvroSerializer writer =
        new KafkaAvroSerializer(registry, Map.of("schema.registry.url", "mock://newer"))) {
      written = writer.serialize("output", filled(newer, name, NEWER));
    }

    SpecificRecord read = new RegistryReader<>(type, registry).read(written);

    // All fields of that enum, wherever they are, and nothing else is another.
    assertThat(bytes(new SpecificDatumWriter<>(old), read))
        .isEqualTo(bytes(new GenericDatumWriter<>(old), filled(old, name, OTHER)));
  }

  private static Schema schemaOf(Class<? extends SpecificRecord> type) {
    return SpecificData.get().getSchema(type);
  }

  private static void collectEnums(
      Schema schema, Map<String, Schema> enums, Map<String, Schema> seen) {
    switch (schema.getType()) {
      case ENUM -> enums.put(schema.getFullName(), schema);
      case ARRAY -> collectEnums(schema.getElementType(), enums, seen);
      case MAP -> collectEnums(schema.getValueType(), enums, seen);
      case UNION -> schema.getTypes().forEach(branch -> collectEnums(branch, enums, seen));
      case RECORD -> {
        if (seen.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collectEnums(field.schema(), enums, seen));
        }
      }
      default -> {
        // Has none.
      }
    }
  }

  private static Schema withOneMore(Schema schema, String enumName) throws IOException {
    JsonNode tree = JSON.readTree(schema.toString());
    assertThat(addSymbol(tree, enumName)).as("definition of %s", enumName).isTrue();
    return new Schema.Parser().parse(tree.toString());
  }

  private static boolean addSymbol(JsonNode node, String enumName) {
    if (node.path("type").asText().equals("enum")
        && enumName.endsWith("." + node.path("name").asText())) {
      ((ArrayNode) node.get("symbols")).add(NEWER);
      return true;
    }
    for (JsonNode child : node) {
      if (addSymbol(child, enumName)) {
        return true;
      }
    }
    return false;
  }

  private static GenericData.Record filled(Schema schema, String enumName, String symbol) {
    return (GenericData.Record) value(schema, enumName, symbol);
  }

  /** Something in every field, and that symbol wherever the enum is. */
  private static Object value(Schema schema, String enumName, String symbol) {
    return switch (schema.getType()) {
      case RECORD -> {
        GenericData.Record record = new GenericData.Record(schema);
        schema
            .getFields()
            .forEach(field -> record.put(field.name(), value(field.schema(), enumName, symbol)));
        yield record;
      }
      case ENUM ->
          new GenericData.EnumSymbol(
              schema,
              schema.getFullName().equals(enumName) ? symbol : schema.getEnumSymbols().get(0));
      case ARRAY -> List.of(value(schema.getElementType(), enumName, symbol));
      case MAP -> Map.of("key", value(schema.getValueType(), enumName, symbol));
      case UNION ->
          value(
              schema.getTypes().stream()
                  .filter(branch -> branch.getType() != Schema.Type.NULL)
                  .findFirst()
                  .orElseThrow(),
              enumName,
              symbol);
      case STRING -> "text";
      case BYTES -> ByteBuffer.wrap(new byte[] {1});
      case INT -> 1;
      case LONG -> 1L;
      case FLOAT -> 1f;
      case DOUBLE -> 1.0;
      case BOOLEAN -> true;
      case FIXED, NULL -> throw new IllegalArgumentException(schema.toString());
    };
  }

  @SuppressWarnings("unchecked")
  private static byte[] bytes(DatumWriter<?> writer, Object datum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    ((DatumWriter<Object>) writer).write(datum, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}

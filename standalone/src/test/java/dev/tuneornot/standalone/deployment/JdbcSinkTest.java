package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector's settings do with a recommendation what docs/integrations.md says. */
class JdbcSinkTest {
  private static final Path FILE =
      Path.of("..", "deploy", "connect", "recommendations-jdbc-sink.json");
  private static final Path WORKER = Path.of("..", "deploy", "connect", "worker.properties");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.*?):(.*?):(.*?)}");
  private static final String TRANSFORM = "transforms.flat.";
  private static final Set<Schema.Type> NESTED =
      Set.of(Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.RECORD);
  private static final List<Schema.Field> FIELDS = Recommendation.getClassSchema().getFields();

  @Test
  void shouldLeaveEveryFieldThatFitsAColumnAndNoOther() throws Exception {
    SchemaBuilder schema = SchemaBuilder.struct();
    FIELDS.forEach(field -> schema.field(field.name(), SchemaBuilder.OPTIONAL_STRING_SCHEMA));
    Struct value = new Struct(schema.build()).put("proposalId", "p-1").put("verdict", "GO");

    Struct flat = (Struct) transformed(value).value();

    assertThat(flat.schema().fields())
        .extracting(Field::name)
        .containsExactlyElementsOf(
            FIELDS.stream()
                .filter(field -> fitsAColumn(field.schema()))
                .map(Schema.Field::name)
                .toList());
    assertThat(flat.get("verdict")).isEqualTo("GO");
  }

  @Test
  void shouldLetTombstonesDelete() throws Exception {
    assertThat(transformed(null).value()).isNull();
    assertThat(settings())
        .containsEntry("delete.enabled", "true")
        .containsEntry("pk.mode", "record_key")
        .containsEntry("pk.fields", "proposalId")
        .containsEntry("topics", TopicSpec.RECOMMENDATIONS.baseName());
  }

  @Test
  void shouldFindItsPasswordByTheProviderOfTheWorker(@TempDir Path secrets) throws Exception {
    Files.writeString(secrets.resolve("warehouse-password"), "hidden");
    Properties worker = new Properties();
    try (Reader file = Files.newBufferedReader(WORKER)) {
      worker.load(file);
    }
    Matcher reference = REFERENCE.matcher(String.valueOf(settings().get("connection.password")));
    assertThat(reference.matches()).isTrue();
    String provider = "config.providers." + reference.group(1);
    assertThat(worker.getProperty("config.providers")).isEqualTo(reference.group(1));
    assertThat(worker.getProperty(provider + ".param.allowed.paths")).isEqualTo(reference.group(2));

    try (ConfigProvider known =
        Class.forName(worker.getProperty(provider + ".class"))
            .asSubclass(ConfigProvider.class)
            .getDeclaredConstructor()
            .newInstance()) {
      known.configure(Map.of("allowed.paths", secrets.toString()));

      assertThat(known.get(secrets.toString()).data()).containsEntry(reference.group(3), "hidden");
    }
  }

  private static boolean fitsAColumn(Schema schema) {
    List<Schema> types = schema.isUnion() ? schema.getTypes() : List.of(schema);
    return types.stream().map(Schema::getType).noneMatch(NESTED::contains);
  }

  /** By Kafka's own transformation, as the settings name and configure it. */
  private static SinkRecord transformed(@Nullable Struct value) throws Exception {
    Map<String, String> own = new HashMap<>();
    settings()
        .forEach(
            (key, setting) -> {
              if (key.startsWith(TRANSFORM)) {
                own.put(key.substring(TRANSFORM.length()), setting);
              }
            });
    Class<?> type = Class.forName(own.remove("type"));
    @SuppressWarnings("unchecked")
    Transformation<SinkRecord> transformation =
        (Transformation<SinkRecord>) type.getDeclaredConstructor().newInstance();
    try (transformation) {
      transformation.configure(own);
      return transformation.apply(
          new SinkRecord(
              "recommendations",
              0,
              SchemaBuilder.STRING_SCHEMA,
              "p-1",
              value == null ? null : value.schema(),
              value,
              0));
    }
  }

  private static Map<String, String> settings() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode config = json.readTree(FILE.toFile()).get("config");
    return json.convertValue(config, new TypeReference<>() {});
  }
}

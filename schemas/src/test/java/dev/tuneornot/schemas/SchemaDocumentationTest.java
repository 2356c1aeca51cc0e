package dev.tuneornot.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDocumentationTest {

  private final Set<String> visited = new HashSet<>();
  private final List<String> undocumented = new ArrayList<>();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.tuneornot.schemas.ReleasedSchemasTest#present")
  void shouldDocumentEveryRecordEnumAndField(Schema schema) {
    visit(schema);

    assertThat(visited).isNotEmpty();
    assertThat(undocumented).isEmpty();
  }

  @Test
  void shouldNoticeWhatIsUndocumented() {
    visit(
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "A", "doc": "An A.", "fields": [
                  {"name": "b", "doc": " ", "type": ["null", {"type": "array", "items":
                    {"type": "enum", "name": "C", "symbols": ["D"]}}]}]}
                """));

    assertThat(undocumented).containsExactly("A.b", "C");
  }

  private void visit(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named(schema)) {
          for (Schema.Field field : schema.getFields()) {
            require(schema.getFullName() + "." + field.name(), field.doc());
            visit(field.schema());
          }
        }
      }
      case ENUM, FIXED -> named(schema);
      case ARRAY -> visit(schema.getElementType());
      case MAP -> visit(schema.getValueType());
      case UNION -> schema.getTypes().forEach(this::visit);
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  /** Whether it is met for the first time. */
  private boolean named(Schema schema) {
    require(schema.getFullName(), schema.getDoc());
    return visited.add(schema.getFullName());
  }

  private void require(String name, String doc) {
    if ((doc == null || doc.isBlank()) && !undocumented.contains(name)) {
      undocumented.add(name);
    }
  }
}

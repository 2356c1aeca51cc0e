package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  private static final Path FILE = Path.of("../docs/asyncapi.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** To renew the file: {@code -Dasyncapi.write=true}. */
  @Test
  void shouldBeWhatTheDocumentsHave() throws IOException {
    ObjectNode described = AsyncApi.document();
    if (Boolean.getBoolean("asyncapi.write")) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), described);
    }

    assertThat(JSON.readTree(described.toString())).isEqualTo(JSON.readTree(FILE.toFile()));
  }

  @Test
  void shouldPointToWhatThereIs() throws IOException {
    ObjectNode document = AsyncApi.document();

    assertThat(document.findValuesAsText("$ref"))
        .hasSizeGreaterThan(TopicSpec.all().size())
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue());
  }

  @Test
  void shouldHoldTheSchemasWhole() throws IOException {
    JsonNode messages = AsyncApi.document().at("/components/messages");

    for (TopicSpec topic : TopicSpec.all()) {
      JsonNode schema = messages.at("/" + topic.baseName() + "/payload/schema");
      if (topic.schema().isPresent()) {
        assertThat(new Schema.Parser().parse(schema.toString())).isEqualTo(topic.schema().get());
      } else {
        assertThat(schema.isMissingNode()).isTrue();
      }
    }
  }
}

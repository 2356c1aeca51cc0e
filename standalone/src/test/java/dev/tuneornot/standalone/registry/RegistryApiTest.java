package dev.tuneornot.standalone.registry;

import static dev.tuneornot.standalone.registry.RegistryFixture.json;
import static dev.tuneornot.standalone.registry.RegistryFixture.schemaBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tuneornot.standalone.registry.RegistryFixture.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryApiTest {

  private RegistryFixture registry;

  @BeforeEach
  void start() throws IOException {
    registry = RegistryFixture.start();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldAnswerAtTheRootAsConfluents() throws Exception {
    HttpResponse<String> response = registry.raw("GET", "/", "");

    assertThat(response.body()).isEqualTo("{}");
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
  }

  @Test
  void shouldGiveOneIdToOneSchemaUnderAllSubjects() throws Exception {
    assertThat(registry.register("orders-value", Schemas.A).body()).isEqualTo(json("{'id':1}"));
    assertThat(registry.register("others-value", Schemas.OTHER).body()).isEqualTo(json("{'id':2}"));
    assertThat(registry.register("bills-value", Schemas.A).body()).isEqualTo(json("{'id':1}"));
    assertThat(registry.register("orders-value", Schemas.A).body()).isEqualTo(json("{'id':1}"));

    assertThat(bodyOf("/subjects"))
        .isEqualTo(json("['bills-value','orders-value','others-value']"));
    assertThat(bodyOf("/subjects?subjectPrefix=o"))
        .isEqualTo(json("['orders-value','others-value']"));
    assertThat(bodyOf("/subjects/orders-value/versions")).isEqualTo(json("[1]"));
  }

  @Test
  void shouldServeSchemasById() throws Exception {
    registry.register("orders-value", Schemas.A);
    registry.register("bills-value", Schemas.A);

    JsonNode byId = bodyOf("/schemas/ids/1?fetchMaxId=false&subject=orders-value&format=");
    assertThat(byId.path("schema").asText()).isEqualTo(Schemas.A);
    assertThat(byId.size()).isEqualTo(1);
    assertThat(bodyOf("/schemas/ids/1?fetchMaxId=true").path("maxId").asInt()).isEqualTo(1);
    assertThat(bodyOf("/schemas/ids/1/schema")).isEqualTo(json(Schemas.A));
    assertThat(bodyOf("/schemas/ids/1/subjects")).isEqualTo(json("['bills-value','orders-value']"));
    assertThat(bodyOf("/schemas/ids/1/versions?subject=bills-value"))
        .isEqualTo(json("[{'subject':'bills-value','version':1}]"));
    assertThat(bodyOf("/schemas/types")).isEqualTo(json("['AVRO']"));
  }

  @Test
  void shouldServeVersionsByNumberAndLatest() throws Exception {
    registry.register("orders-value", Schemas.A);
    registry.register("orders-value", Schemas.A_WITH_OPTIONAL_B);

    JsonNode first = bodyOf("/subjects/orders-value/versions/1");
    assertThat(first.path("subject").asText()).isEqualTo("orders-value");
    assertThat(first.path("version").asInt()).isEqualTo(1);
    assertThat(first.path("id").asInt()).isEqualTo(1);
    assertThat(first.path("schema").asText()).isEqualTo(Schemas.A);
    // Avro is what is meant where no type is given; older clients know no other.
    assertThat(first.has("schemaType")).isFalse();
    for (String latest : new String[] {"latest", "-1", "2"}) {
      assertThat(bodyOf("/subjects/orders-value/versions/" + latest).path("id").asInt())
          .isEqualTo(2);
    }
    assertThat(bodyOf("/subjects/orders-value/versions/2/schema"))
        .isEqualTo(json(Schemas.A_WITH_OPTIONAL_B));
    assertThat(bodyOf("/subjects/orders-value/versions/2/referencedby")).isEqualTo(json("[]"));
  }

  @Test
  void shouldFindTheVersionOfASchema() throws Exception {
    registry.register("orders-value", Schemas.A);
    registry.register("orders-value", Schemas.A_WITH_OPTIONAL_B);

    Answer found = registry.send("POST", "/subjects/orders-value", schemaBody(Schemas.A));

    assertThat(found.body().path("version").asInt()).isEqualTo(1);
    assertThat(found.body().path("id").asInt()).isEqualTo(1);
  }

  @Test
  void shouldNotCreateASubjectByLookingItUp() throws Exception {
    registry.send("POST", "/subjects/orders-value", schemaBody(Schemas.A));
    registry.get("/subjects/orders-value/versions");

    assertThat(bodyOf("/subjects?deleted=true")).isEqualTo(json("[]"));
  }

  @Test
  void shouldTakeSchemasThatDifferInFormattingForOne() throws Exception {
    registry.register("orders-value", Schemas.A);

    assertThat(registry.register("orders-value", Schemas.A.replace(",", " ,\n ")).body())
        .isEqualTo(json("{'id':1}"));
  }

  @Test
  void shouldDecodeSubjects() throws Exception {
    registry.register("a%2Fb%20c+d%C3%A4", Schemas.A);

    assertThat(bodyOf("/subjects").get(0).asText()).isEqualTo("a/b c+dä");
    assertThat(bodyOf("/subjects/a%2Fb%20c+d%C3%A4/versions")).isEqualTo(json("[1]"));
  }

  @Test
  void shouldSetAndUnsetCompatibility() throws Exception {
    assertThat(bodyOf("/config")).isEqualTo(json("{'compatibilityLevel':'BACKWARD'}"));
    assertThat(registry.send("PUT", "/config", "{\"compatibility\":\"full\"}").body())
        .isEqualTo(json("{'compatibility':'FULL'}"));
    assertThat(bodyOf("/config")).isEqualTo(json("{'compatibilityLevel':'FULL'}"));
    assertThat(bodyOf("/config/orders-value?defaultToGlobal=true"))
        .isEqualTo(json("{'compatibilityLevel':'FULL'}"));
    registry.send("PUT", "/config/orders-value", "{\"compatibility\":\"NONE\"}");
    assertThat(bodyOf("/config/orders-value")).isEqualTo(json("{'compatibilityLevel':'NONE'}"));
    assertThat(registry.delete("/config/orders-value").body())
        .isEqualTo(json("{'compatibilityLevel':'NONE'}"));
    assertThat(registry.get("/config/orders-value").errorCode()).isEqualTo(40408);
    registry.delete("/config");
    assertThat(bodyOf("/config")).isEqualTo(json("{'compatibilityLevel':'BACKWARD'}"));
  }

  @Test
  void shouldKnowOneModeOnly() throws Exception {
    assertThat(bodyOf("/mode")).isEqualTo(json("{'mode':'READWRITE'}"));
    assertThat(registry.send("PUT", "/mode", "{\"mode\":\"READWRITE\"}").body())
        .isEqualTo(json("{'mode':'READWRITE'}"));
    assertThat(bodyOf("/mode/orders-value?defaultToGlobal=true"))
        .isEqualTo(json("{'mode':'READWRITE'}"));
  }

  @Test
  void shouldSayWhetherASchemaWouldBeAccepted() throws Exception {
    String path = "/compatibility/subjects/orders-value/versions";
    assertThat(registry.send("POST", path + "/latest", schemaBody(Schemas.A)).body())
        .isEqualTo(json("{'is_compatible':true}"));
    registry.register("orders-value", Schemas.A);

    Answer good = registry.send("POST", path + "/latest", schemaBody(Schemas.A_WITH_OPTIONAL_B));
    Answer bad = registry.send("POST", path + "/1", schemaBody(Schemas.A_WITH_REQUIRED_B));
    Answer verbose =
        registry.send("POST", path + "?verbose=true", schemaBody(Schemas.A_WITH_REQUIRED_B));

    assertThat(good.body()).isEqualTo(json("{'is_compatible':true}"));
    assertThat(bad.body()).isEqualTo(json("{'is_compatible':false}"));
    assertThat(verbose.body().path("is_compatible").asBoolean()).isFalse();
    assertThat(verbose.body().path("messages").toString())
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE");
  }

  @Test
  void shouldDeleteSoftlyThenPermanently() throws Exception {
    registry.register("orders-value", Schemas.A);
    registry.register("orders-value", Schemas.A_WITH_OPTIONAL_B);

    assertThat(registry.delete("/subjects/orders-value/versions/1").body()).isEqualTo(json("1"));
    assertThat(bodyOf("/subjects/orders-value/versions")).isEqualTo(json("[2]"));
    assertThat(bodyOf("/subjects/orders-value/versions?deleted=true")).isEqualTo(json("[1,2]"));
    assertThat(registry.delete("/subjects/orders-value").body()).isEqualTo(json("[2]"));
    assertThat(bodyOf("/subjects")).isEqualTo(json("[]"));
    assertThat(bodyOf("/subjects?deleted=true")).isEqualTo(json("['orders-value']"));
    // There are still records with this id.
    assertThat(registry.get("/schemas/ids/1").status()).isEqualTo(200);

    assertThat(registry.delete("/subjects/orders-value?permanent=true").body())
        .isEqualTo(json("[1,2]"));
    assertThat(bodyOf("/subjects?deleted=true")).isEqualTo(json("[]"));
    assertThat(registry.get("/schemas/ids/1").errorCode()).isEqualTo(40403);
    // An id is never given twice: old records may still carry it.
    assertThat(registry.register("bills-value", Schemas.OTHER).body()).isEqualTo(json("{'id':3}"));
  }

  @Test
  void shouldNumberOnAfterASoftDelete() throws Exception {
    registry.register("orders-value", Schemas.A);
    registry.delete("/subjects/orders-value");

    assertThat(registry.register("orders-value", Schemas.A).body()).isEqualTo(json("{'id':1}"));
    assertThat(bodyOf("/subjects/orders-value/versions")).isEqualTo(json("[2]"));
  }

  private JsonNode bodyOf(String path) throws Exception {
    Answer answer = registry.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }
}

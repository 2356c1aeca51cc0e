package dev.tuneornot.standalone.registry;

import static dev.tuneornot.standalone.registry.RegistryFixture.schemaBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.tuneornot.standalone.registry.RegistryFixture.Answer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryErrorsTest {

  private RegistryFixture registry;

  @BeforeEach
  void start() throws Exception {
    registry = RegistryFixture.start();
    registry.register("orders-value", Schemas.A);
    registry.register("gone-value", Schemas.OTHER);
    registry.delete("/subjects/gone-value");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  static Stream<Arguments> requests() throws IOException {
    String versions = "/subjects/orders-value/versions";
    String gone = "/subjects/gone-value";
    String a = schemaBody(Schemas.A);
    return Stream.of(
        argumentSet("no such path", "GET", "/contexts", "", 404, 404),
        argumentSet("id that is no number", "GET", "/schemas/ids/x", "", 404, 404),
        argumentSet("no such method", "PUT", "/subjects", "", 405, 405),
        argumentSet("no JSON", "POST", versions, "schema=1", 400, 400),
        argumentSet("no object", "POST", versions, "[]", 400, 400),
        argumentSet("no subject", "GET", "/subjects/none/versions", "", 404, 40401),
        argumentSet("no subject of version", "GET", "/subjects/none/versions/1", "", 404, 40401),
        argumentSet("no subject to look up", "POST", "/subjects/none", a, 404, 40401),
        argumentSet("no subject to delete", "DELETE", "/subjects/none", "", 404, 40401),
        argumentSet("no level to delete", "DELETE", "/config/none", "", 404, 40401),
        argumentSet("deleted subject", "GET", gone + "/versions", "", 404, 40401),
        argumentSet("no version", "GET", versions + "/9", "", 404, 40402),
        argumentSet(
            "no version to check", "POST", "/compatibility" + versions + "/9", a, 404, 40402),
        argumentSet("no id", "GET", "/schemas/ids/99", "", 404, 40403),
        argumentSet("no id, uses", "GET", "/schemas/ids/99/versions", "", 404, 40403),
        argumentSet(
            "other schema",
            "POST",
            "/subjects/orders-value",
            schemaBody(Schemas.OTHER),
            404,
            40403),
        argumentSet("subject deleted twice", "DELETE", gone, "", 404, 40404),
        argumentSet(
            "subject not deleted first",
            "DELETE",
            "/subjects/orders-value?permanent=true",
            "",
            404,
            40405),
        argumentSet("version deleted twice", "DELETE", gone + "/versions/1", "", 404, 40406),
        argumentSet(
            "version not deleted first", "DELETE", versions + "/1?permanent=true", "", 404, 40407),
        argumentSet("no level of its own", "GET", "/config/orders-value", "", 404, 40408),
        argumentSet("no mode of its own", "GET", "/mode/orders-value", "", 404, 40409),
        argumentSet(
            "incompatible", "POST", versions, schemaBody(Schemas.A_WITH_REQUIRED_B), 409, 409),
        argumentSet("no schema", "POST", versions, "{}", 422, 42201),
        argumentSet("no Avro", "POST", versions, "{\"schema\":\"{\"}", 422, 42201),
        argumentSet(
            "unknown type", "POST", versions, schemaBody("{\"type\":\"nothing\"}"), 422, 42201),
        argumentSet(
            "Protobuf",
            "POST",
            versions,
            "{\"schemaType\":\"PROTOBUF\",\"schema\":\"x\"}",
            422,
            42201),
        argumentSet(
            "references",
            "POST",
            versions,
            "{\"references\":[{\"name\":\"X\",\"subject\":\"x\",\"version\":1}],\"schema\":\"x\"}",
            422,
            42201),
        argumentSet("version 0", "GET", versions + "/0", "", 422, 42202),
        argumentSet("version word", "GET", versions + "/newest", "", 422, 42202),
        argumentSet("level", "PUT", "/config", "{\"compatibility\":\"SOME\"}", 422, 42203),
        argumentSet("no level", "PUT", "/config/orders-value", "{}", 422, 42203),
        argumentSet("mode", "PUT", "/mode", "{\"mode\":\"IMPORT\"}", 422, 42204),
        argumentSet("given id", "POST", versions, "{\"id\":7,\"schema\":\"x\"}", 422, 42205),
        argumentSet("context", "GET", "/subjects/:.c:orders/versions", "", 422, 42208),
        argumentSet("control character", "POST", "/subjects/a%07b", a, 422, 42208),
        argumentSet("long", "GET", "/subjects/" + "x".repeat(513) + "/versions", "", 422, 42208),
        argumentSet(
            "too large", "POST", versions, "x".repeat(Request.MAX_BODY_BYTES + 1), 413, 413));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void shouldAnswerWithTheCodeOfTheApi(
      String method, String path, String body, int expectedStatus, int expectedCode)
      throws Exception {
    Answer answer = registry.send(method, path, body);

    assertThat(answer.status()).isEqualTo(expectedStatus);
    assertThat(answer.errorCode()).isEqualTo(expectedCode);
    assertThat(answer.message()).isNotBlank();
  }

  @Test
  void shouldSayWhatIsIncompatible() throws Exception {
    Answer answer = registry.register("orders-value", Schemas.A_WITH_REQUIRED_B);

    assertThat(answer.message())
        .contains("\"orders-value\"")
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
        .contains("'b'");
  }

  @Test
  void shouldKeepStateAndIdsWhenTheLogFails() throws Exception {
    registry.log.failFromNowOn();
    Answer failed = registry.register("bills-value", Schemas.A_WITH_OPTIONAL_B);
    registry.log.recover();

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.errorCode()).isEqualTo(50001);
    assertThat(registry.get("/subjects/bills-value/versions").errorCode()).isEqualTo(40401);
    // The failed write may have reached the log with id 3 all the same.
    assertThat(
            registry.register("bills-value", Schemas.A_WITH_OPTIONAL_C).body().path("id").asInt())
        .isEqualTo(4);
  }
}

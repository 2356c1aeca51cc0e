package dev.tuneornot.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each level accepts and refuses what Confluent's documentation says. */
class CompatibilityLevelsTest {

  // add: a required field, which old data lack. drop: one, which old readers miss. both: an
  // optional one, fine both ways. addLater, dropLater: fine with the last version, not with the
  // first.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          level,               add, drop, both, addLater, dropLater
          NONE,                200, 200,  200,  200,      200
          BACKWARD,            409, 200,  200,  200,      200
          BACKWARD_TRANSITIVE, 409, 200,  200,  409,      200
          FORWARD,             200, 409,  200,  200,      200
          FORWARD_TRANSITIVE,  200, 409,  200,  200,      409
          FULL,                409, 409,  200,  200,      200
          FULL_TRANSITIVE,     409, 409,  200,  409,      409
          """,
      useHeadersInDisplayName = true)
  void shouldEnforceLevel(String level, int add, int drop, int both, int addLater, int dropLater)
      throws Exception {
    assertThat(status(level, List.of(Schemas.A, Schemas.A_WITH_REQUIRED_B))).isEqualTo(add);
    assertThat(status(level, List.of(Schemas.A_WITH_REQUIRED_B, Schemas.A))).isEqualTo(drop);
    assertThat(status(level, List.of(Schemas.A, Schemas.A_WITH_OPTIONAL_B))).isEqualTo(both);
    assertThat(
            status(level, List.of(Schemas.A, Schemas.A_WITH_OPTIONAL_B, Schemas.A_WITH_REQUIRED_B)))
        .isEqualTo(addLater);
    assertThat(
            status(level, List.of(Schemas.A_WITH_REQUIRED_B, Schemas.A_WITH_OPTIONAL_B, Schemas.A)))
        .isEqualTo(dropLater);
  }

  /** Of the last registration, where those before it are not checked. */
  private static int status(String level, List<String> schemas) throws Exception {
    try (RegistryFixture registry = RegistryFixture.start()) {
      registry.send("PUT", "/config", "{\"compatibility\":\"NONE\"}");
      for (String schema : schemas.subList(0, schemas.size() - 1)) {
        assertThat(registry.register("orders-value", schema).status()).isEqualTo(200);
      }
      registry.send("PUT", "/config/orders-value", "{\"compatibility\":\"" + level + "\"}");
      return registry.register("orders-value", schemas.get(schemas.size() - 1)).status();
    }
  }
}

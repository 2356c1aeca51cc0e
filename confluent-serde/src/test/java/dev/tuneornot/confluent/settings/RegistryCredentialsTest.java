package dev.tuneornot.confluent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryCredentialsTest {

  @Test
  void shouldTakeUserAndPasswordOutOfTheAddress() {
    assertThat(resolved(Map.of("schema.registry.url", "https://me:p%40ss@registry:8081/path")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "schema.registry.url", "https://registry:8081/path",
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "me:p@ss"));
  }

  @Test
  void shouldTakeThemOutOfEachOfSeveralAddresses() {
    assertThat(resolved(Map.of("schema.registry.url", "http://me:p@a, http://me:p@b")))
        .containsEntry("schema.registry.url", "http://a,http://b")
        .containsEntry("basic.auth.user.info", "me:p");
  }

  @Test
  void shouldOnlyTakeThemAwayWhereAnotherSourceCounts() {
    assertThat(
            resolved(
                Map.of(
                    "schema.registry.url", "http://me:p@a",
                    "basic.auth.credentials.source", "SASL_INHERIT")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "schema.registry.url", "http://a",
                "basic.auth.credentials.source", "SASL_INHERIT"));
  }

  @Test
  void shouldLeaveEverythingElseAlone() {
    for (String addresses :
        new String[] {"http://a:8081", "mock://scope", "http://me:p@a,http://you:q@b", ""}) {
      Map<String, String> settings = Map.of("schema.registry.url", addresses);
      assertThat(resolved(settings)).isEqualTo(settings);
    }
    assertThat(resolved(Map.of("a", "b"))).isEqualTo(Map.of("a", "b"));
  }

  private static Map<String, String> resolved(Map<String, String> settings) {
    return ConfigProviders.resolve(settings);
  }
}

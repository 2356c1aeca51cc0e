package dev.tuneornot.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets are in every setting that may have one, and no command says one of them. */
class SecretsTest {
  private static final String PLANTED = "planted-51c3";
  private static final String NOWHERE = "127.0.0.1:1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--help|0",
        "pricing list --help|0",
        "pricing list --nonsense|2",
        "pricing list --command-property nonsense|2",
        "pricing list --command-property config.providers=p|2",
        "pricing list --command-property security.protocol=NONSENSE|1",
        "pricing list --command-property security.protocol=SASL_PLAINTEXT|1",
        "pricing list --command-property security.protocol=SSL|1",
        "pricing list --verbose --command-property security.protocol=SASL_SSL|1",
        "schemas check|1",
        "schemas check --verbose|1",
        "schemas check --command-property basic.auth.credentials.source=URL|1",
        "schemas check --command-property schema.registry.ssl.truststore.password=planted-51c3|1",
      })
  void shouldTellNoSecret(String command, int exitCode) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", NOWHERE);
    environment.put("KAFKA_SCHEMA_REGISTRY_URL", "http://me:" + PLANTED + "@" + NOWHERE);
    environment.put("KAFKA_SASL_MECHANISM", "PLAIN");
    environment.put("KAFKA_SASL_JAAS_CONFIG", PLANTED);
    environment.put("KAFKA_SSL_KEYSTORE_LOCATION", "/nowhere");
    environment.put("KAFKA_SSL_KEYSTORE_PASSWORD", PLANTED);
    environment.put("KAFKA_SSL_KEY_PASSWORD", PLANTED);
    environment.put("KAFKA_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO");
    environment.put("KAFKA_BASIC_AUTH_USER_INFO", PLANTED);

    Result result = Shell.plain().withEnvironment(environment).run((Object[]) command.split(" "));

    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.out() + result.err()).isNotBlank().doesNotContain(PLANTED, "(unexpected");
  }
}

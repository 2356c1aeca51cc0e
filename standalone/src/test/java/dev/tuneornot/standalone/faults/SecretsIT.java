package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.DashboardMain;
import dev.tuneornot.streams.StreamsMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are in every setting that may have one, and the programs are asked for help, fail at
 * their start, wait, and run: nothing that they say has one of them. Logs are at debug level.
 */
@OnlyAtFullSize
class SecretsIT {
  private static final String PLANTED = "planted-0b7e";

  private static final Map<String, String> EVERYWHERE =
      Map.ofEntries(
          Map.entry("KAFKA_SASL_JAAS_CONFIG", PLANTED),
          Map.entry("KAFKA_SSL_KEYSTORE_PASSWORD", PLANTED),
          Map.entry("KAFKA_SSL_KEY_PASSWORD", PLANTED),
          Map.entry("KAFKA_SSL_TRUSTSTORE_PASSWORD", PLANTED),
          Map.entry("KAFKA_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO"),
          Map.entry("KAFKA_BASIC_AUTH_USER_INFO", "user:" + PLANTED),
          Map.entry("KAFKA_BEARER_AUTH_TOKEN", PLANTED),
          Map.entry("KAFKA_BEARER_AUTH_CLIENT_SECRET", PLANTED));

  private static final Map<String, String> OF_THE_DASHBOARD =
      Map.of(
          "tuneornot.database.password", PLANTED,
          "tuneornot.http.user", "me",
          "tuneornot.http.password", PLANTED);

  private static final String NOWHERE = "127.0.0.1:1";

  /** Each of the programs, what it is started with, and what it must end with. */
  private record Failing(String name, Class<?> program, List<String> arguments, int exitCode) {}

  @Test
  void shouldBeInNoHelpAndInNoError() throws Exception {
    List<Failing> all = new ArrayList<>();
    for (Class<?> program : List.of(StreamsMain.class, DashboardMain.class)) {
      String name = "secrets-" + program.getSimpleName();
      all.add(new Failing(name + "-help", program, List.of("--help"), 0));
      all.add(new Failing(name + "-settings", program, List.of("--settings"), 0));
      all.add(new Failing(name + "-usage", program, List.of("--nonsense"), 2));
      all.add(failing(name + "-unknown", program, 2, Map.of("tuneornot.nonsense", PLANTED)));
      all.add(failing(name + "-range", program, 2, Map.of("tuneornot.http.port", "-1")));
      all.add(failing(name + "-login", program, 1, Map.of("security.protocol", "SASL_PLAINTEXT")));
      all.add(
          failing(
              name + "-provider",
              program,
              2,
              Map.of(
                  "config.providers", "p",
                  "config.providers.p.class", "no.such.Provider",
                  "config.providers.p.param.token", PLANTED)));
    }
    all.add(
        failing(
            "secrets-truststore",
            StreamsMain.class,
            2,
            Map.of("schema.registry.ssl.truststore.password", PLANTED)));
    assertTold(all);
  }

  private static void assertTold(List<Failing> all) throws Exception {
    for (Failing each : all) {
      try (Jvm jvm = start(each.name(), each.program(), each.arguments())) {
        assertThat(jvm.awaitEnd())
            .as("%s: %s", each.name(), jvm.output())
            .isEqualTo(each.exitCode());
        assertThat(jvm.output()).as(each.name()).isNotBlank().doesNotContain(PLANTED);
      }
    }
  }

  private static Failing failing(
      String name, Class<?> program, int exitCode, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("bootstrap.servers", NOWHERE);
    all.put("schema.registry.url", "http://" + NOWHERE);
    all.put("tuneornot.http.port", "0");
    if (program == DashboardMain.class) {
      all.putAll(OF_THE_DASHBOARD);
    }
    all.putAll(settings);
    return new Failing(name, program, arguments(all), exitCode);
  }

  private static List<String> arguments(Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    settings.forEach((key, value) -> arguments.addAll(List.of("--property", key + "=" + value)));
    return arguments;
  }

  private static Jvm start(String name, Class<?> program, List<String> arguments)
      throws IOException {
    return Jvm.start(name, program, SecurityIT.TALKATIVE, arguments, EVERYWHERE);
  }

  /** The registry's address carries them; the app waits for it, the dashboard runs. */
  @Test
  void shouldBeInNothingThatIsSaidWhileItWaitsOrRuns(@TempDir Path directory) throws Exception {
    try (Cluster cluster = Cluster.start(directory.resolve("kafka"))) {
      int appPort = FreePort.any();
      int dashboardPort = FreePort.any();
      Map<String, String> settings = new HashMap<>();
      settings.put("bootstrap.servers", cluster.bootstrapServers());
      settings.put("basic.auth.credentials.source", "URL");
      settings.put("schema.registry.url", "http://me:" + PLANTED + "@" + NOWHERE);
      settings.put("state.dir", directory.resolve("state").toString());
      settings.put("tuneornot.http.port", Integer.toString(appPort));
      Map<String, String> ofDashboard = new HashMap<>(OF_THE_DASHBOARD);
      ofDashboard.put("bootstrap.servers", cluster.bootstrapServers());
      ofDashboard.put("basic.auth.credentials.source", "URL");
      ofDashboard.put("schema.registry.url", settings.get("schema.registry.url"));
      ofDashboard.put("tuneornot.database.url", "jdbc:sqlite:" + directory.resolve("d.db"));
      ofDashboard.put("tuneornot.http.port", Integer.toString(dashboardPort));
      String servers = cluster.bootstrapServers();
      assertTold(
          List.of(
              failing(
                  "secrets-database",
                  DashboardMain.class,
                  1,
                  Map.of(
                      "bootstrap.servers",
                      servers,
                      "tuneornot.database.url",
                      "jdbc:postgresql://" + NOWHERE + "/d?user=u&password=" + PLANTED)),
              failing(
                  "secrets-other-database",
                  DashboardMain.class,
                  1,
                  Map.of(
                      "bootstrap.servers",
                      servers,
                      "tuneornot.database.url",
                      "jdbc:mysql://u:" + PLANTED + "@" + NOWHERE + "/d")),
              failing(
                  "secrets-dashboard-truststore",
                  DashboardMain.class,
                  2,
                  Map.of(
                      "bootstrap.servers",
                      servers,
                      "tuneornot.database.url",
                      "jdbc:sqlite:" + directory.resolve("other.db"),
                      "schema.registry.ssl.truststore.password",
                      PLANTED))));
      try (Jvm app = start("secrets-app", StreamsMain.class, arguments(settings));
          Jvm dashboard = start("secrets-dashboard", DashboardMain.class, arguments(ofDashboard))) {
        Awaitility.await("an app that waits")
            .atMost(Duration.ofMinutes(2))
            .ignoreExceptions()
            .until(() -> get(appPort, "/health/ready").body().contains("schema registry"));
        Awaitility.await("a dashboard that runs")
            .atMost(Duration.ofMinutes(2))
            .ignoreExceptions()
            .until(() -> get(dashboardPort, "/health/live").statusCode() == 200);

        for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
          assertThat(get(appPort, path).body()).as(path).isNotBlank().doesNotContain(PLANTED);
        }
        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/api/prices")) {
          HttpResponse<String> answer = get(dashboardPort, path);
          assertThat(answer.body() + answer.headers()).as(path).doesNotContain(PLANTED);
        }
        assertThat(get(dashboardPort, "/api/prices").statusCode()).isEqualTo(401);
        assertThat(app.output()).contains("DEBUG").doesNotContain(PLANTED);
        assertThat(dashboard.output()).contains("DEBUG").doesNotContain(PLANTED);
      }
      new Result(
              "security",
              "SecretsIT",
              "secrets in every setting: looked for in --help, errors, logs, /health and /metrics of"
                  + " app and dashboard",
              0,
              0,
              -1)
          .write();
    }
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

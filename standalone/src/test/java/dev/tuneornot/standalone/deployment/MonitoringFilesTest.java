package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus and Grafana are given, as far as it can be checked without running them. */
class MonitoringFilesTest {
  private static final Path TOP = Path.of("..");
  private static final Path MONITORING = TOP.resolve("deploy/monitoring");
  private static final Path RULES = MONITORING.resolve("alerts.yml");
  private static final int BOARD_COLUMNS = 24;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @ParameterizedTest(name = "promtool {0} {1} {2}")
  @CsvSource({
    "check, config, prometheus.yml",
    "check, rules, alerts.yml",
    "test, rules, alerts-test.yml"
  })
  @ExtendWith(Promtool.class)
  void shouldSatisfyPrometheus(String verb, String kind, String file) throws Exception {
    assertThat(Promtool.complaint(verb, kind, MONITORING.resolve(file).toString())).isEmpty();
  }

  @Test
  @ExtendWith(Promtool.class)
  void shouldAskPrometheusForWhatItUnderstands(@TempDir Path directory) throws Exception {
    List<String> rules = new ArrayList<>();
    for (JsonNode panel : board().get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        String expression = JSON.writeValueAsString(target.get("expr").asText());
        rules.add("      - {record: board:%d, expr: %s}".formatted(rules.size(), expression));
      }
    }
    Path file = directory.resolve("board.yml");
    Files.writeString(
        file, "groups:\n  - name: board\n    rules:\n" + String.join("\n", rules) + "\n");

    assertThat(rules).hasSizeGreaterThan(15);
    assertThat(Promtool.complaint("check", "rules", file.toString())).isEmpty();
  }

  @Test
  void shouldTestAndDescribeEveryAlert() throws IOException {
    Set<String> alerts = new TreeSet<>();
    YAML.readTree(RULES.toFile()).findValues("alert").forEach(name -> alerts.add(name.asText()));
    Set<String> tested = new TreeSet<>();
    for (JsonNode test :
        YAML.readTree(MONITORING.resolve("alerts-test.yml").toFile()).get("tests")) {
      for (JsonNode expectation : test.get("alert_rule_test")) {
        if (expectation.has("exp_alerts")) {
          tested.add(expectation.get("alertname").asText());
        }
      }
    }

    assertThat(alerts).isNotEmpty();
    assertThat(tested).as("alerts that a test lets fire").isEqualTo(alerts);
    assertThat(Files.readString(TOP.resolve("docs/operations.md"))).contains(alerts);
  }

  @Test
  void shouldLayTheBoardOutWithoutGapsInWhatPanelsNeed() throws IOException {
    Set<Integer> ids = new HashSet<>();
    Set<String> cells = new HashSet<>();
    String source = datasource().get("uid").asText();
    for (JsonNode panel : board().get("panels")) {
      String title = panel.get("title").asText();
      assertThat(title).isNotBlank();
      assertThat(ids.add(panel.get("id").asInt())).as("id of %s is its own", title).isTrue();
      assertThat(panel.at("/datasource/uid").asText()).as("source of %s", title).isEqualTo(source);
      assertThat(panel.at("/fieldConfig/defaults/unit").asText())
          .as("unit of %s", title)
          .isNotEmpty();
      Set<String> references = new HashSet<>();
      for (JsonNode target : panel.get("targets")) {
        assertThat(references.add(target.get("refId").asText())).as("refId in %s", title).isTrue();
      }
      assertThat(references).as("targets of %s", title).isNotEmpty();
      JsonNode place = panel.get("gridPos");
      int left = place.get("x").asInt();
      int right = left + place.get("w").asInt();
      assertThat(right).as("right edge of %s", title).isLessThanOrEqualTo(BOARD_COLUMNS);
      for (int x = left; x < right; x++) {
        for (int y = place.get("y").asInt();
            y < place.get("y").asInt() + place.get("h").asInt();
            y++) {
          assertThat(cells.add(x + "/" + y)).as("place of %s is free", title).isTrue();
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(10);
  }

  @Test
  void shouldMountWhatIsProvisioned() throws IOException {
    JsonNode compose = YAML.readTree(TOP.resolve("docker-compose.yml").toFile());
    JsonNode services = compose.get("services");
    JsonNode provider =
        YAML.readTree(
                MONITORING.resolve("grafana/provisioning/dashboards/tune-or-not.yml").toFile())
            .get("providers")
            .get(0);
    String boards = provider.at("/options/path").asText();

    assertThat(texts(services.at("/grafana/volumes")))
        .contains(
            "./deploy/monitoring/grafana/dashboards:" + boards + ":ro",
            "./deploy/monitoring/grafana/provisioning:/etc/grafana/provisioning:ro");
    assertThat(
            services.at("/grafana/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH").asText())
        .isEqualTo(boards + "/tune-or-not.json");
    assertThat(datasource().get("url").asText()).isEqualTo("http://prometheus:9090");
    for (JsonNode job :
        YAML.readTree(MONITORING.resolve("prometheus.yml").toFile()).get("scrape_configs")) {
      assertThat(texts(job.at("/dns_sd_configs/0/names")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(services.has(name)).as(name).isTrue());
    }
  }

  private static JsonNode board() throws IOException {
    return JSON.readTree(MONITORING.resolve("grafana/dashboards/tune-or-not.json").toFile());
  }

  private static JsonNode datasource() throws IOException {
    return YAML.readTree(
            MONITORING.resolve("grafana/provisioning/datasources/prometheus.yml").toFile())
        .get("datasources")
        .get(0);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}

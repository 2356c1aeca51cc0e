package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alert rules and the board ask for is there to be scraped. */
class MonitoringIT {
  private static final Path MONITORING = Path.of("..", "deploy", "monitoring");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:tuneornot|kafka|jvm|process)_[a-z0-9_]+");

  @Test
  void shouldServeEveryMetricThatTheRulesAndTheBoardName(@TempDir Path directory) throws Exception {
    Set<String> wanted = new TreeSet<>();
    wanted.addAll(metricsIn(MONITORING.resolve("alerts.yml")));
    wanted.addAll(metricsIn(MONITORING.resolve("grafana/dashboards/tune-or-not.json")));

    try (EmbeddedStack stack = EmbeddedStack.start(directory, Map.of())) {
      HttpResponse<String> response = scrape(stack.healthUrl());
      HttpResponse<String> dashboard = scrape(stack.startDashboard(0).url());

      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
      assertThat(names(response.body() + dashboard.body())).containsAll(wanted);
      assertThat(response.body().lines()).contains("tuneornot_ready 1.0");
    }
    assertThat(wanted).hasSizeGreaterThan(15);
  }

  private static HttpResponse<String> scrape(String url) throws IOException, InterruptedException {
    URI metrics = URI.create(url).resolve("/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Set<String> metricsIn(Path file) throws IOException {
    return METRIC
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }
}

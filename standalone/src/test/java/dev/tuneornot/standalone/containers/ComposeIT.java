package dev.tuneornot.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.standalone.endtoend.CommandLine;
import dev.tuneornot.standalone.endtoend.CommittedLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml, from {@code up} to {@code down -v}. */
@RequiresImages(
    value = {Images.KAFKA, Images.REGISTRY, Images.POSTGRES, Images.JAVA},
    compose = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
  private static final Path EXAMPLES = Path.of("..", "examples", "portfolio.csv");
  private static final Path LOG = Path.of("target", "compose.log");
  private static final int LOAD = 40_000;

  /** What the ids of made-up proposals begin with. */
  private static final String GENERATED = "p-";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> OURS = List.of("streams-app", "dashboard");

  private final HttpClient http = HttpClient.newHttpClient();
  private ComposeProject project;
  private long began;

  @BeforeAll
  void up() throws IOException {
    project = new ComposeProject(List.of("dashboard", "tools"), Map.of());
    began = System.nanoTime();
    project.compose("up", "-d");
  }

  @AfterAll
  void down() throws IOException {
    String log = project.compose("logs", "--no-color");
    if (!log.isBlank()) {
      Files.writeString(LOG, log);
    }
    project.compose("down", "-v");
  }

  @Test
  @Order(1)
  void shouldShowTheExamplesOnTheDashboard() throws IOException {
    awaitRecommendations(Files.readAllLines(EXAMPLES).size() - 1L);
    System.out.printf("Examples there %.0f s after up%n", (System.nanoTime() - began) / 1e9);
    assertThat(get("DASHBOARD", "/api/recommendations/platform-sql-generation"))
        .contains("\"verdict\":\"NO_GO\"");
  }

  @Test
  @Order(2)
  void shouldLoseNothingWhenTerminatedUnderLoad(@TempDir Path directory) throws Exception {
    long before = recommendations();
    project.cli("pricing", "send", generated(directory, "generate", "--prices"));
    project.compose("stop", "streams-app");
    project.cli(
        "proposals",
        "send",
        generated(directory, "generate", "--proposals", Integer.toString(LOAD)));
    project.compose("start", "streams-app");
    Awaitility.await("the dashboard to be at work")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> recommendations() > before);

    // SIGTERM, and SIGKILL after ten seconds, which gives exit code 137.
    project.compose("stop", "-t", "10", "streams-app", "dashboard");
    for (String service : OURS) {
      assertThat(ComposeProject.exitCode(service)).as("exit code of %s", service).isEqualTo("0");
    }
    long answered = answersById().size();
    assertThat(answered).as("answers when terminated").isLessThan(before + LOAD);
    System.out.printf("Terminated when %d of %d were answered%n", answered, before + LOAD);

    project.compose("start", "streams-app", "dashboard");
    awaitRecommendations(before + LOAD);
    Map<String, Integer> answers = answersById();
    answers.keySet().removeIf(id -> !id.startsWith(GENERATED));
    assertThat(answers).hasSize(LOAD);
    assertThat(answers.values())
        .as(() -> "answers to each proposal, as in " + historyOfOneAnsweredTwice(answers))
        .containsOnly(1);
    for (String service : OURS) {
      assertThat(project.compose("logs", "--no-log-prefix", "--no-color", service).lines())
          .as("log of %s", service)
          .isNotEmpty()
          .noneMatch(line -> line.contains(" ERROR "));
    }
  }

  @Test
  @Order(3)
  void shouldLeaveNothingBehind() throws IOException {
    List<String> containers = ComposeProject.docker("ps", "-aq", "--filter", ComposeProject.LABEL);
    // Those without a name of their own carry no label.
    List<String> volumes =
        containers.stream()
            .flatMap(
                container ->
                    ComposeProject.docker(
                        "inspect",
                        "-f",
                        "{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}}\n{{end}}{{end}}",
                        container)
                        .stream())
            .toList();
    assertThat(containers).hasSizeGreaterThan(5);
    assertThat(volumes).hasSizeGreaterThan(2);

    Files.writeString(LOG, project.compose("logs", "--no-color"));
    project.compose("down", "-v");

    assertThat(ComposeProject.docker("ps", "-aq", "--filter", ComposeProject.LABEL)).isEmpty();
    assertThat(ComposeProject.docker("network", "ls", "-q", "--filter", ComposeProject.LABEL))
        .isEmpty();
    assertThat(ComposeProject.docker("volume", "ls", "-q")).doesNotContainAnyElementsOf(volumes);
  }

  private void awaitRecommendations(long number) {
    Awaitility.await(number + " recommendations on the dashboard")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(recommendations()).isEqualTo(number));
  }

  private long recommendations() throws IOException {
    String page = get("DASHBOARD", "/api/recommendations?limit=1");
    return page.isEmpty() ? -1 : new ObjectMapper().readTree(page).get("total").asLong();
  }

  /** Empty where nothing answers. */
  private String get(String service, String path) {
    URI uri = URI.create("http://" + project.address(service) + path);
    try {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file of what the command line makes up. */
  private static String generated(Path directory, String... command) throws IOException {
    CommandLine.Result generated = CommandLine.offline(command);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return Files.writeString(directory.resolve(command[1] + ".jsonl"), generated.out()).toString();
  }

  private String historyOfOneAnsweredTwice(Map<String, Integer> answers) {
    return answers.entrySet().stream()
        .filter(answer -> answer.getValue() > 1)
        .findFirst()
        .map(answer -> project.cli("recommendations", "history", answer.getKey()))
        .orElse("none");
  }

  /** How many committed recommendations there are of each proposal. */
  private Map<String, Integer> answersById() {
    Map<String, Integer> answers = new HashMap<>();
    try (CommittedLog log = new CommittedLog(project.address("KAFKA"), "recommendations")) {
      log.readToEnd(message -> answers.merge(message.key(), 1, Integer::sum));
    }
    return answers;
  }
}

package dev.tuneornot.standalone.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.standalone.endtoend.CommandLine;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** From files to recommendations through the images that docker-compose.yml names. */
@RequiresImages({Images.KAFKA, Images.REGISTRY})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersIT {
  private static final String REGISTRY_API = "/apis/ccompat/v7";
  private static final int REGISTRY_PORT = 8080;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String PRICING =
      """
      {"modelId": "acme/large", "confidence": "OFFICIAL", "periods": [{\
      "effectiveFrom": "2024-10-01T00:00:00Z", \
      "inputPerMTok": 2.5, "cachedInputPerMTok": 1.25, "outputPerMTok": 10}]}
      {"modelId": "acme/small", "confidence": "OFFICIAL", "periods": [{\
      "effectiveFrom": "2024-10-01T00:00:00Z", "inputPerMTok": 0.15, "outputPerMTok": 0.6, \
      "tuning": {"trainingPerMTok": 3, "inputPerMTok": 0.3, "outputPerMTok": 1.2}}]}
      """;

  private static final String SQL_GENERATION =
      """
      "promptingSufficient": "NO", "ragSufficient": "NO", "narrowTask": "YES", \
      "fewShotTried": "YES", \
      "trainingData": {"examples": 1000, "quality": "YES", "avgTokensPerExample": 500}, \
      "workload": {"requestsPerMonth": 100000, "promptTokens": 2000, "removableTokens": 1500, \
      "outputTokens": 200}, \
      "baselineModel": "acme/large"
      """
          .strip();

  private static final String PROPOSALS =
      """
      {"proposalId": "sql", %1$s, "candidateModels": ["acme/small"]}
      {"proposalId": "sql-on-a-model-without-price", %1$s, "candidateModels": ["acme/new"]}
      {"proposalId": "sql-on-a-model-not-tunable", %1$s, "candidateModels": ["acme/large"]}
      {"proposalId": "faq", "promptingSufficient": "NO", "ragSufficient": "YES"}
      """
          .formatted(SQL_GENERATION);

  private static final Map<String, String> VERDICTS =
      Map.of(
          "sql", "GO",
          "sql-on-a-model-without-price", "PENDING_PRICE",
          "sql-on-a-model-not-tunable", "NO_GO",
          "faq", "NOT_APPLICABLE");

  private final Network network = Network.newNetwork();
  private final KafkaContainer kafka =
      new KafkaContainer(Images.KAFKA)
          .withNetwork(network)
          .withListener("kafka:19092")
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  private final GenericContainer<?> registry =
      new GenericContainer<>(Images.REGISTRY)
          .dependsOn(kafka)
          .withNetwork(network)
          .withExposedPorts(REGISTRY_PORT)
          .withEnv("APICURIO_STORAGE_KIND", "kafkasql")
          .withEnv("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", "kafka:19092")
          .waitingFor(Wait.forHttp(REGISTRY_API + "/subjects").withStartupTimeout(PATIENCE));

  private @Nullable StreamsApp app;
  private String answers = "";

  @BeforeAll
  void sendPricesAndProposals(@TempDir Path directory) throws IOException, InterruptedException {
    registry.start();
    run("topics", "create", "--partitions", "2");
    startApp(directory.resolve("state"));
    Path pricing = Files.writeString(directory.resolve("pricing.jsonl"), PRICING);
    Path proposals = Files.writeString(directory.resolve("proposals.jsonl"), PROPOSALS);
    run("pricing", "send", pricing.toString());
    run("proposals", "send", "--wait", proposals.toString());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> verdicts(byId(run("recommendations", "export"))).equals(VERDICTS));
    // Once more, now that both prices are known to be in force.
    answers = run("proposals", "send", "--wait", "--output", "jsonl", proposals.toString());
  }

  private void startApp(Path state) throws InterruptedException {
    StreamsApp started =
        new StreamsApp(
            new StreamsAppConfig(
                Map.of(
                    "bootstrap.servers",
                    kafka.getBootstrapServers(),
                    "schema.registry.url",
                    registryUrl(),
                    "state.dir",
                    state.toString(),
                    StreamsAppConfig.HTTP_PORT,
                    "0")));
    app = started;
    started.start();
    assertThat(started.awaitReady(PATIENCE)).as(() -> started.health().toString()).isTrue();
  }

  @AfterAll
  void stop() {
    if (app != null) {
      app.close();
    }
    registry.stop();
    kafka.stop();
    network.close();
  }

  @Test
  void shouldAnswerEachProposal() throws IOException {
    Map<String, JsonNode> answered = byId(answers);

    assertThat(verdicts(answered)).isEqualTo(VERDICTS);
    assertThat(answered.get("sql").get("breakevenRequests").asLong()).isEqualTo(681);
  }

  @Test
  void shouldExportWhatWasAnswered() throws IOException {
    assertThat(byId(run("recommendations", "export"))).isEqualTo(byId(answers));
  }

  @Test
  void shouldRegisterTheSchemaOfEveryTopicWritten() throws Exception {
    assertThat(registered("/subjects"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "pricing-value",
            "proposals-value",
            "recommendations-value",
            "recommendation-changes-value",
            "portfolio-summaries-value",
            "price-impacts-value",
            "price-reviews-value");
    String schema =
        registered("/subjects/recommendations-value/versions/latest").get("schema").asText();
    assertThat(new Schema.Parser().parse(schema)).isEqualTo(Recommendation.getClassSchema());
  }

  private static Map<String, String> verdicts(Map<String, JsonNode> recommendations) {
    return recommendations.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().get("verdict").asText()));
  }

  private static Map<String, JsonNode> byId(String lines) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> byId = new HashMap<>();
    for (String line : lines.lines().toList()) {
      JsonNode record = json.readTree(line);
      byId.put(record.get("proposalId").asText(), record);
    }
    return byId;
  }

  private String registryUrl() {
    return "http://"
        + registry.getHost()
        + ":"
        + registry.getMappedPort(REGISTRY_PORT)
        + REGISTRY_API;
  }

  private JsonNode registered(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(registryUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  /** Runs a command of the command line that has to succeed; what it printed. */
  private String run(String... command) {
    CommandLine.Result result =
        new CommandLine(kafka.getBootstrapServers(), registryUrl()).run(command);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }
}

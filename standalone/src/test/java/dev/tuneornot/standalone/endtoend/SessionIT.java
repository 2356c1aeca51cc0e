package dev.tuneornot.standalone.endtoend;

import static dev.tuneornot.standalone.endtoend.Terminal.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.standalone.endtoend.CommandLine.Result;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One session at a terminal over every command, as a newcomer might go through them. What was typed
 * and what came back is kept in target/session.txt.
 */
class SessionIT {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Path COMMAND_PAGES = Path.of("..", "docs", "commands");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private EmbeddedStack stack;
  private Terminal terminal;

  @Test
  void shouldGoThroughEveryCommand(@TempDir Path directory) throws Exception {
    stack = EmbeddedStack.start(directory.resolve("data"), Map.of());
    terminal = new Terminal(stack);
    try {
      prepare();
      load(directory);
      measureUsage(directory);
      askForReasons();
      changePrices(directory);
      importPrices(directory);
      askAboutThePortfolio();
      refuseAndReplay(directory);
      takeAway();
      failClearly(directory);
    } finally {
      stack.close();
      Files.writeString(Path.of("target", "session.txt"), terminal.transcript());
    }
    assertThat(terminal.used()).containsAll(leafCommands());
  }

  private void prepare() {
    terminal.run(0, "generate-completion");
    assertThat(terminal.run(0, "topics create").err()).doesNotContain("error");
    Result topics = terminal.run(0, "topics check --output jsonl");
    assertThat(rows(topics)).hasSizeGreaterThanOrEqualTo(8);
    terminal.run(0, "schemas register --output table");
    assertThat(terminal.run(0, "schemas check --output csv").out()).contains("recommendations");
  }

  private void load(Path directory) throws IOException {
    Result generated = terminal.run(0, "generate --proposals 3 --output json");
    assertThat(JSON.readTree(generated.out())).hasSize(3);
    assertThat(terminal.run(0, "pricing validate " + example("pricing.jsonl")).out()).isNotNull();
    terminal.run(0, "policy validate " + example("policy.json"));
    terminal.run(0, "proposals validate " + example("portfolio.csv"));
    terminal.run(0, "pricing send " + example("pricing.jsonl"));
    terminal.run(0, "policy send " + example("policy.json"));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(new Dump(stack.bootstrapServers()).last("price-impacts"))
                    .hasSizeGreaterThan(40));
    Result sent =
        terminal.run(0, "proposals send --wait --output jsonl " + example("portfolio.csv"));
    assertThat(rows(sent)).hasSizeGreaterThanOrEqualTo(40);
    Result offline =
        terminal.run(
            0,
            "evaluate --proposals "
                + example("portfolio.csv")
                + " --pricing "
                + example("pricing.jsonl")
                + " --policy "
                + example("policy.json")
                + " --as-of 2026-11-22T00:00:00Z --output jsonl");
    assertThat(rows(offline)).hasSameSizeAs(rows(sent));
    assertThat(rows(offline))
        .extracting(row -> row.get("verdict").asText())
        .contains("GO", "CAUTION", "NO_GO", "PENDING_PRICE", "NOT_APPLICABLE");
    Files.writeString(directory.resolve("offline.jsonl"), offline.out());
    sendWrittenModels(directory);
  }

  /** Models as people write them are looked up in the topic of prices. */
  private void sendWrittenModels(Path directory) throws IOException {
    Path written =
        Files.writeString(
            directory.resolve("written.jsonl"),
            """
            {"proposalId": "written", "baselineModel": "gpt-4o mini", "workload": \
            {"requestsPerMonth": 1000, "promptTokens": 100, "outputTokens": 10}}
            {"proposalId": "several", "baselineModel": "gpt-4o"}
            """);
    assertThat(terminal.run(3, "proposals send --models-as-written " + written).err())
        .contains("written.jsonl:1: written: baselineModel = gpt-4o mini: must be provider/model");
    Result sent = terminal.run(3, "proposals send --wait --output jsonl " + written);
    assertThat(sent.err())
        .contains(
            "written.jsonl:1: written: baselineModel = gpt-4o mini: taken as"
                + " openai/gpt-4o-mini-2024-07-18")
        .contains("model gpt-4o; is it openai/gpt-4o-2024-08-06 or");
    assertThat(rows(sent))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("proposalId").asText()).isEqualTo("written");
              assertThat(row.get("baselineModel").asText())
                  .isEqualTo("openai/gpt-4o-mini-2024-07-18");
            });
    terminal.run(0, "proposals delete --wait written");
  }

  private void measureUsage(Path directory) throws IOException {
    terminal.run(0, "usage validate " + example("usage.jsonl"));
    terminal.run(0, "usage send " + example("usage.jsonl"));
    Awaitility.await("a recommendation by what was measured")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(terminal.quietly("recommendations export --output jsonl").out())
                    .contains("\"usageWindowEnd\":\"2"));
    assertThat(rows(terminal.run(0, "usage list --output jsonl"))).hasSize(5);
    String measured =
        rows(terminal.run(0, "usage list --output jsonl")).get(0).get("proposalId").asText();
    assertThat(rows(terminal.run(0, "recommendations history --output jsonl " + measured)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("proposalId").asText()).isEqualTo(measured));
    Result imported =
        terminal.run(
            0,
            "usage import --from litellm-spend "
                + example("usage/litellm-spend.jsonl")
                + " --map-file "
                + example("usage/teams.csv"));
    assertThat(imported.err()).contains("2 proposals measured").contains("2 usage sent to usage");
    terminal.run(0, "usage delete " + measured);
    Path exported =
        Files.writeString(
            directory.resolve("exported.jsonl"), terminal.run(0, "proposals export").out());
    assertThat(rows(terminal.run(0, "proposals list --output jsonl"))).hasSizeGreaterThan(40);
    terminal.run(0, "proposals validate " + exported);
  }

  private void askForReasons() {
    assertThat(rows(terminal.run(0, "impacts list --all --output jsonl")))
        .hasSizeGreaterThan(40)
        .extracting(row -> row.get("state").asText())
        .contains("COMPLETE");
    Result all = terminal.run(0, "recommendations export --output csv");
    assertThat(all.out().lines().findFirst().orElseThrow())
        .startsWith("proposalId,portfolio,title");
    Result legal = terminal.run(0, "recommendations export --portfolio legal --output jsonl");
    assertThat(rows(legal))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("portfolio").asText()).isEqualTo("legal"));
    Result two = terminal.run(0, "recommendations tail --from-beginning --max 2 --output jsonl");
    assertThat(rows(two)).hasSize(2);
    String reasons = terminal.run(0, "recommendations explain health-medical-coding").out();
    assertThat(reasons)
        .contains("Is RAG sufficient?", "Mitigation", "What to do next", "What would change it");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        rows(terminal.quietly("portfolio summary --output jsonl")).stream()
                            .mapToLong(row -> row.get("proposals").asLong())
                            .sum())
                    .isEqualTo(
                        rows(terminal.quietly("recommendations export --output jsonl")).size()));
    assertThat(terminal.run(0, "portfolio summary --output table").out())
        .contains("legal", "commerce");
    assertThat(rows(terminal.run(0, "pricing list --output jsonl")))
        .hasSizeGreaterThanOrEqualTo(25);
    assertThat(rows(terminal.run(0, "policy list --output jsonl"))).hasSize(4);
  }

  private void changePrices(Path directory) throws IOException {
    Path dear =
        Files.writeString(
            directory.resolve("dear.csv"),
            """
            modelId,effectiveFrom,inputPerMTok,outputPerMTok,tuning.trainingPerMTok,tuning.inputPerMTok,tuning.outputPerMTok
            azure/o4-mini-2025-04-16,2025-04-16T00:00:00Z,1.1,4.4,100,400,900
            """);
    assertThat(terminal.run(0, "pricing send --wait " + dear).err())
        .contains("azure/o4-mini-2025-04-16: held");
    terminal.run(0, "pricing review list");
    terminal.run(0, "pricing review reject azure/o4-mini-2025-04-16");
    assertThat(terminal.run(0, "pricing send --wait " + dear).err())
        .contains("azure/o4-mini-2025-04-16: held");
    terminal.run(0, "pricing review accept azure/o4-mini-2025-04-16");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        terminal
                            .quietly(
                                "recommendations export --output jsonl --model azure/o4-mini-2025-04-16")
                            .out())
                    .contains("\"trigger\":\"PRICE\""));
    terminal.run(0, "rescore");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(new Dump(stack.bootstrapServers()).last("price-impacts").keySet())
                    .anyMatch(changeId -> changeId.startsWith("RULES/")));
  }

  private void importPrices(Path directory) throws IOException {
    assertThat(terminal.run(0, "pricing export").out()).contains("openai/gpt-4o-mini-2024-07-18");
    terminal.run(0, "proposals template " + directory.resolve("template.xlsx"));
    Path sheet =
        Files.writeString(
            directory.resolve("sheet.csv"), "proposalId,title\nfrom-a-sheet,From a sheet\n");
    assertThat(terminal.run(0, "proposals import " + sheet + " --dry-run").err()).isNotBlank();
    Path catalogue =
        Files.writeString(
            directory.resolve("catalogue.json"),
            """
            {"xai/grok-3": {"litellm_provider": "xai", "mode": "chat",
              "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05}}
            """);
    Path overlay =
        Files.writeString(
            directory.resolve("overlay.csv"),
            "modelId,tuning.trainingPerMTok\nopenai/gpt-4.1-mini-2025-04-14,6\n");
    String line = "pricing import " + catalogue + " --overlay " + overlay;
    Result dry = terminal.run(0, line + " --dry-run --output jsonl");
    assertThat(dry.out())
        .contains("\"kind\":\"NEW\",\"modelId\":\"xai/grok-3\"")
        .contains("\"field\":\"tuning.trainingPerMTok\",\"before\":5.0,\"after\":6.0");
    assertThat(terminal.run(0, "pricing list --output jsonl").out()).doesNotContain("xai/grok-3");
    assertThat(terminal.run(0, line).err())
        .contains("1 new, 1 changed", "2 prices sent to pricing");
    assertThat(terminal.run(0, "pricing list --output jsonl").out())
        .contains("\"inputPerMTok\":3.0,\"outputPerMTok\":15.0", "\"trainingPerMTok\":6.0");
    assertThat(terminal.run(0, line).err()).contains("0 new, 0 changed, 0 refreshed, 2 unchanged");
  }

  private void askAboutThePortfolio() {
    Result whatIf =
        terminal.run(
            0, "what-if --output jsonl --pricing " + example("pricing-before-events.jsonl"));
    assertThat(rows(whatIf))
        .anySatisfy(row -> assertThat(row.get("kind").asText()).isEqualTo("FLIP"));
    List<JsonNode> funded =
        rows(terminal.run(0, "portfolio rank --budget 20000 --include CAUTION --output jsonl"));
    assertThat(funded).extracting(row -> row.get("kind").asText()).contains("CHOSEN", "LEFT_OUT");
    JsonNode sum = funded.get(funded.size() - 1);
    assertThat(sum.get("upfrontCost").asDouble()).isBetween(0.0, 20_000.0);
    assertThat(sum.get("method").asText()).isEqualTo("EXACT");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(terminal.quietly("portfolio summary --recompute").exitCode()).isZero());
    assertThat(terminal.run(0, "portfolio summary --recompute").err())
        .contains("portfolio-summaries says the same");
  }

  private void refuseAndReplay(Path directory) throws Exception {
    Path bad =
        Files.writeString(
            directory.resolve("bad.jsonl"),
            """
            {"proposalId": "good"}
            {"proposalId": "bad", "workload": {"cachedShare": 1.5}}
            {"proposalId": "typo", "worklod": {}}
            """);
    Result refused = terminal.run(3, "proposals send " + bad);
    assertThat(refused.err())
        .contains("bad.jsonl:2", "workload.cachedShare", "1.5", "10^-9..1")
        .contains("bad.jsonl:3", "worklod", "unknown field");
    sendGarbage();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(new Dump(stack.bootstrapServers()).all("dead-letters")).hasSize(1));
    Result letters = terminal.run(0, "dead-letters tail --from-beginning --max 1 --output jsonl");
    assertThat(letters.out()).contains("UNDECODABLE", "garbage");
    assertThat(terminal.run(0, "dead-letters replay --reason UNDECODABLE").err())
        .contains("--execute");
    terminal.run(0, "dead-letters replay --reason UNDECODABLE --execute");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(new Dump(stack.bootstrapServers()).all("dead-letters")).hasSize(2));
  }

  private void sendGarbage() throws ExecutionException, InterruptedException {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", stack.bootstrapServers());
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("proposals", "garbage", "not Avro".getBytes(UTF_8))).get();
    }
  }

  private void takeAway() {
    assertThat(terminal.run(0, "proposals delete --wait good typo").err())
        .contains("good: deleted", "typo: there is none in proposals", "1 proposals deleted");
    terminal.run(0, "pricing delete azure/o4-mini-2025-04-16");
    assertThat(terminal.run(0, "pricing delete azure/o4-mini-2025-04-16").err())
        .contains("azure/o4-mini-2025-04-16: there is none in pricing", "0 prices deleted");
    terminal.run(0, "policy delete legal");
    assertThat(terminal.run(1, "recommendations explain good").err()).contains("good");
  }

  private void failClearly(Path directory) throws Exception {
    Path twice =
        Files.writeString(directory.resolve("twice.csv"), "proposalId,portfolio\nsame,a\nsame,b\n");
    assertThat(terminal.run(3, "proposals validate " + twice).err()).contains("same", "2", "3");
    Path cell =
        Files.writeString(
            directory.resolve("cell.csv"), "proposalId,workload.promptTokens\np,many\n");
    assertThat(terminal.run(3, "proposals validate " + cell).err())
        .contains("cell.csv:2", "workload.promptTokens", "many");
    assertThat(terminal.run(2, "proposals validate").err()).contains("FILE", "--help");
    assertThat(terminal.run(2, "no-such-command").err()).contains("no-such-command");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin.deleteTopics(List.of("policies")).all().get();
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(terminal.quietly("topics check").exitCode()).isEqualTo(1));
    Result missing = terminal.run(1, "topics check");
    assertThat(missing.out() + missing.err()).contains("policies");
    assertUnreachable(
        CommandLine.offline(
            "pricing",
            "list",
            "--bootstrap-server",
            "127.0.0.1:1",
            "--schema-registry",
            stack.registryUrl()),
        "127.0.0.1:1");
    assertUnreachable(
        CommandLine.offline(
            "schemas",
            "check",
            "--bootstrap-server",
            stack.bootstrapServers(),
            "--schema-registry",
            "http://127.0.0.1:1"),
        "http://127.0.0.1:1");
  }

  private static void assertUnreachable(Result result, String address) {
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains(address).doesNotContain("\tat ");
  }

  private static String example(String name) {
    return EXAMPLES.resolve(name).toString();
  }

  /** Every command that has a reference page and no commands below it. */
  private static Set<String> leafCommands() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> pages = Files.list(COMMAND_PAGES)) {
      pages.map(page -> page.getFileName().toString()).forEach(names::add);
    }
    Set<String> groups =
        Set.of(
            "proposals",
            "usage",
            "pricing",
            "pricing-review",
            "policy",
            "recommendations",
            "portfolio",
            "topics",
            "schemas",
            "impacts",
            "dead-letters");
    return names.stream()
        .map(name -> name.replaceAll("^tune-or-not-?|\\.adoc$", ""))
        .filter(name -> !name.isEmpty() && !groups.contains(name))
        .map(SessionIT::asTyped)
        .collect(Collectors.toSet());
  }

  /** {@code dead-letters-tail} is typed as {@code dead-letters tail}. */
  private static String asTyped(String page) {
    return Set.of("generate-completion", "what-if").contains(page)
        ? page
        : page.replaceFirst("^pricing-review-", "pricing review ").replaceAll("-([a-z]+)$", " $1");
  }
}

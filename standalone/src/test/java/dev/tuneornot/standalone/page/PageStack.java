package dev.tuneornot.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.standalone.endtoend.CommandLine;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The whole system with its dashboard, and the quickstart's data in it. */
final class PageStack implements AutoCloseable {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedStack stack;
  private final String url;
  private final DashboardClient client;

  private PageStack(EmbeddedStack stack, String url) {
    this.stack = stack;
    this.url = url;
    this.client = new DashboardClient(url);
  }

  static PageStack start() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(Path.of("target"), "page-");
    EmbeddedStack stack = EmbeddedStack.start(directory, Map.of());
    try {
      PageStack started = new PageStack(stack, stack.startDashboard(0).url());
      started.loadExamples();
      return started;
    } catch (InterruptedException | RuntimeException | AssertionError e) {
      stack.close();
      throw e;
    }
  }

  /** As the quickstart does: prices and policies first, proposals when those are in force. */
  private void loadExamples() {
    run("pricing", "send", EXAMPLES.resolve("pricing.jsonl").toString());
    run("policy", "send", EXAMPLES.resolve("policy.json").toString());
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.get("api/price-impacts?state=COMPLETE&limit=500").get("items"))
                    .hasSizeGreaterThan(client.get("api/prices").get("total").asInt())
                    .hasSizeGreaterThan(40));
    run("proposals", "send", "--wait", EXAMPLES.resolve("portfolio.csv").toString());
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.get("api/portfolios").get("total").get("proposals").asLong())
                    .isEqualTo(client.get("api/recommendations").get("total").asLong())
                    .isGreaterThan(50));
  }

  /** Where the page is. */
  String url() {
    return url;
  }

  DashboardClient client() {
    return client;
  }

  /** Runs a command of the command line. */
  void run(String... command) {
    CommandLine.Result result = result(command);
    assertThat(result.exitCode()).as("%s: %s", String.join(" ", command), result.err()).isZero();
  }

  CommandLine.Result result(String... command) {
    return new CommandLine(stack).run(command);
  }

  void awaitPrice(String modelId) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.get("api/price-impacts?state=COMPLETE&limit=500").get("items"))
                    .anyMatch(impact -> impact.get("key").asText().equals(modelId)));
  }

  void awaitVerdict(String proposalId, String verdict) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.recommendation(proposalId))
                    .hasValueSatisfying(
                        recommendation ->
                            assertThat(recommendation.get("verdict").asText()).isEqualTo(verdict)));
  }

  void awaitGone(String proposalId) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(client.recommendation(proposalId)).isEmpty());
  }

  @Override
  public void close() {
    stack.close();
  }
}

package dev.tuneornot.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tuneornot.standalone.endtoend.CommandLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports of a gateway become usage, which the application follows and the API serves. */
@ExtendWith(ReadersExtension.class)
@Timeout(300)
class MeasuredUsageIT {
  private static final Path USAGE = Path.of("..", "examples", "usage");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PROPOSED = "platform-incident-summaries";
  private static final String LIVE = "commerce-search-live";

  /** Answered in the week of the export. */
  private static final long PROPOSED_REQUESTS = 87;

  private static final long LIVE_REQUESTS = 25;

  private final PageStack stack;

  MeasuredUsageIT(PageStack stack) {
    this.stack = stack;
  }

  /** The other tests look at the same proposals. */
  @AfterEach
  void takeAway() {
    stack.run("usage", "delete", PROPOSED, LIVE);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(List.of(PROPOSED, LIVE))
                    .noneMatch(
                        proposalId ->
                            stack
                                .client()
                                .recommendation(proposalId)
                                .orElseThrow()
                                .hasNonNull("usageSource")));
  }

  @Test
  void shouldReScoreByWhatWasMeasuredAndServeBoth() {
    assertStated(PROPOSED, "900");
    assertStated(LIVE, "900.0k");
    CommandLine.Result dryRun = importSpend("--dry-run");
    assertThat(dryRun.err()).contains("2 proposals measured").contains("2 would be re-scored");
    assertThat(stack.result("usage", "list", "--output", "jsonl").out()).isEmpty();

    importSpend();
    JsonNode proposed = awaitSource(PROPOSED, "litellm-spend: litellm-spend.jsonl");
    JsonNode live = awaitSource(LIVE, "litellm-spend: litellm-spend.jsonl");

    assertThat(proposed.at("/workload/requestsPerMonth").asLong()).isEqualTo(requests(PROPOSED));
    assertThat(live.at("/workload/requestsPerMonth").asLong()).isEqualTo(requests(LIVE));
    assertThat(proposed.at("/workload/cachedShare").asDouble()).isPositive();
    assertMeasured(proposed, PROPOSED_REQUESTS, "900");
    assertMeasured(live, LIVE_REQUESTS, "900.0k");
    assertThat(stack.client().get("api/usage").get("total").asInt()).isEqualTo(2);
    assertThat(stated(PROPOSED)).isEqualTo(900);
    assertThat(stated(LIVE)).isEqualTo(900_000);

    // The same traffic, as the gateway sums it up: within the tolerance, so nothing changes.
    stack.run(
        "usage",
        "import",
        "--from",
        "litellm-daily",
        USAGE.resolve("litellm-daily.csv").toString(),
        "--map-file",
        USAGE.resolve("teams.csv").toString());
    assertThat(stack.result("usage", "list", "--output", "jsonl").out())
        .contains("litellm-daily: litellm-daily.csv");
    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(stack.client().recommendation(PROPOSED))
                    .hasValueSatisfying(
                        each ->
                            assertThat(each.get("usageSource").asText())
                                .isEqualTo("litellm-spend: litellm-spend.jsonl")));

    // As if all of it had come within a month: a quarter of the volume.
    importSpend("--from-date", "2026-11-01", "--to-date", "2026-12-01");
    long before = requests(PROPOSED);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(stack.client().recommendation(PROPOSED))
                    .hasValueSatisfying(
                        each ->
                            assertThat(each.at("/workload/requestsPerMonth").asLong())
                                .isLessThan(before / 3)));
  }

  /** In the words that the page shows. */
  private void assertStated(String proposalId, String requests) {
    JsonNode recommendation = stack.client().recommendation(proposalId).orElseThrow();
    assertThat(recommendation.hasNonNull("usageSource")).isFalse();
    assertThat(ExplanationIT.Sentences.of(recommendation.get("explanation")))
        .anySatisfy(line -> assertThat(line).endsWith(requests + " requests a month, as stated."));
    assertThat(stack.client().get("api/usage?proposal=" + proposalId).get("items")).isEmpty();
  }

  /** What the API says of a measurement, and that the explanation goes by it. */
  private void assertMeasured(JsonNode recommendation, long requests, String stated) {
    String proposalId = recommendation.get("proposalId").asText();
    JsonNode measured = stack.client().get("api/usage?proposal=" + proposalId).get("items");
    assertThat(measured).hasSize(1);
    assertThat(measured.get(0).get("requests").asLong()).isEqualTo(requests);
    assertThat(measured.get(0).get("inputTokens").asLong()).isPositive();
    assertThat(measured.get(0).get("source").asText())
        .isEqualTo("litellm-spend: litellm-spend.jsonl")
        .isEqualTo(measured.get(0).get("inForceSource").asText());
    assertThat(measured.get(0).get("inForceWindowEnd"))
        .isEqualTo(measured.get(0).get("windowEnd"))
        .isEqualTo(recommendation.get("usageWindowEnd"));
    assertThat(ExplanationIT.Sentences.of(recommendation.get("explanation")))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        String.format(
                            Locale.ROOT,
                            "%,d requests a month, measured until ",
                            requests(proposalId)))
                    .endsWith("(litellm-spend: litellm-spend.jsonl)."))
        .noneMatch(line -> line.contains("as stated"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Measured against stated: ")
                    .contains(" requests a month instead of " + stated + " ("));
  }

  private CommandLine.Result importSpend(String... more) {
    String[] command = {
      "usage",
      "import",
      "--from",
      "litellm-spend",
      USAGE.resolve("litellm-spend.jsonl").toString(),
      "--map-file",
      USAGE.resolve("teams.csv").toString()
    };
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    CommandLine.Result result = stack.result(all);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private JsonNode awaitSource(String proposalId, String source) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(stack.client().recommendation(proposalId))
                    .hasValueSatisfying(
                        each -> assertThat(each.path("usageSource").asText()).isEqualTo(source)));
    return stack.client().recommendation(proposalId).orElseThrow();
  }

  /** A month's, of those that the export has in a week; by U1. */
  private static long requests(String proposalId) {
    long week = proposalId.equals(LIVE) ? LIVE_REQUESTS : PROPOSED_REQUESTS;
    return Math.round(week / (7 * 86_400_000.0 / 2_629_800_000.0));
  }

  private long stated(String proposalId) {
    String proposals = stack.result("proposals", "export").out();
    return proposals
        .lines()
        .filter(line -> line.contains("\"proposalId\":\"" + proposalId + "\""))
        .map(line -> line.replaceFirst(".*\"requestsPerMonth\":(\\d+).*", "$1"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}

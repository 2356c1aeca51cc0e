package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tuneornot.standalone.endtoend.CommandLine.Result;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What version 0.1.0 left behind (topics, schemas and the state of its tasks, recorded once by
 * {@code ./quickstart --exit --data DIR}) is taken up by this build. How to record it for another
 * version: CONTRIBUTING.md.
 */
class UpgradeIT {
  private static final String FIXTURE = "/upgrade/0.1.0.zip.gz";
  private static final int PROPOSALS = 67;
  private static final int MODELS = 42;
  private static final int POLICIES = 4;
  private static final String MODEL = "azure/o4-mini-2025-04-16";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private EmbeddedStack stack;

  @BeforeEach
  void takeUpWhatWasLeft() throws IOException, InterruptedException {
    unpack();
    stack = EmbeddedStack.start(directory, Map.of());
  }

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void shouldGoOnWhereTheFirstVersionStopped() throws IOException {
    assertThat(rows("recommendations export")).hasSize(PROPOSALS);
    assertThat(rows("pricing list")).hasSize(MODELS);
    assertThat(rows("policy list")).hasSize(POLICIES);
    assertThat(rows("recommendations export --model " + MODEL)).hasSizeGreaterThan(3);
    awaitSummariesOf(PROPOSALS);

    changeAPrice();

    Awaitility.await("the proposals of the state of before re-scored")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(rows("recommendations export --model " + MODEL))
                    .isNotEmpty()
                    .anySatisfy(
                        row -> assertThat(row.get("triggerKey").asText()).isEqualTo(MODEL)));
    sendAProposal();
    awaitSummariesOf(PROPOSALS + 1);
    assertThat(new Dump(stack.bootstrapServers()).all("dead-letters")).isEmpty();
  }

  private void changeAPrice() throws IOException {
    Path dear =
        Files.writeString(
            directory.resolve("dear.csv"),
            """
            modelId,effectiveFrom,inputPerMTok,outputPerMTok,tuning.trainingPerMTok,tuning.inputPerMTok,tuning.outputPerMTok
            azure/o4-mini-2025-04-16,2025-04-16T00:00:00Z,1.1,4.4,100,400,900
            """);
    assertThat(run("pricing send --wait " + dear).exitCode()).isZero();
    assertThat(run("pricing review accept azure/o4-mini-2025-04-16").exitCode()).isZero();
  }

  private void sendAProposal() throws IOException {
    Path added =
        Files.writeString(directory.resolve("added.jsonl"), "{\"proposalId\": \"added-later\"}\n");
    assertThat(run("proposals send --wait " + added).exitCode()).isZero();
  }

  private void awaitSummariesOf(int proposals) {
    Awaitility.await("sums of " + proposals + " proposals")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        rows("portfolio summary").stream()
                            .mapToLong(row -> row.get("proposals").asLong())
                            .sum())
                    .isEqualTo(proposals));
  }

  private List<JsonNode> rows(String command) {
    Result result = run(command + " --output jsonl");
    assertThat(result.exitCode()).as("%s: %s", command, result.err()).isZero();
    return Terminal.rows(result);
  }

  private Result run(String command) {
    return new CommandLine(stack).run(command.split(" ", -1));
  }

  private void unpack() throws IOException {
    try (InputStream file = Objects.requireNonNull(UpgradeIT.class.getResourceAsStream(FIXTURE));
        ZipInputStream zip = new ZipInputStream(new GZIPInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        assertThat(target.startsWith(directory)).as(entry.getName()).isTrue();
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.copy(zip, target);
        }
      }
    }
  }
}

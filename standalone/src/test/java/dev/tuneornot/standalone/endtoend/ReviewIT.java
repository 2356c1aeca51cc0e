package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.standalone.endtoend.CommandLine.Result;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices that are held, as a person goes about them at the command line. */
class ReviewIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MODEL = "deepseek/deepseek-chat";

  @TempDir private Path directory;
  private EmbeddedStack stack;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    stack = EmbeddedStack.start(directory.resolve("data"), Map.of());
    done("pricing", "send", prices("first.csv", "0.25,1").toString());
    done("proposals", "send", "--wait", proposal().toString());
    Awaitility.await().atMost(PATIENCE).until(() -> decided().contains("\"baselinePriceMargin\""));
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  private Path prices(String name, String figures) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        """
        modelId,effectiveFrom,inputPerMTok,outputPerMTok,tuning.trainingPerMTok,tuning.inputPerMTok,tuning.outputPerMTok,observedAt,confidence
        %s,2026-01-01T00:00:00Z,%s,1,0.5,1,2026-08-16T00:00:00Z,OFFICIAL
        """
            .formatted(MODEL, figures));
  }

  private Path proposal() throws IOException {
    return Files.writeString(
        directory.resolve("proposal.jsonl"),
        """
        {"proposalId": "p1", "promptingSufficient": "NO", "fewShotTried": "YES", "ragSufficient":\
         "NO", "narrowTask": "YES", "trainingData": {"examples": 1000, "quality": "YES",\
         "avgTokensPerExample": 500}, "workload": {"requestsPerMonth": 100000, "promptTokens":\
         2000, "removableTokens": 1500, "outputTokens": 200}, "baselineModel": "%s",\
         "candidateModels": ["%s"]}
        """
            .formatted(MODEL, MODEL));
  }

  private Result run(String... arguments) {
    return new CommandLine(stack).run(arguments);
  }

  private Result done(String... arguments) {
    Result result = run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private String decided() {
    return done("recommendations", "export", "--output", "jsonl").out();
  }

  private String inForce() {
    return done("pricing", "list", "--output", "jsonl").out();
  }

  @Test
  void shouldHoldTwelveTimesThePriceAndReleaseItByOneCommand() throws IOException {
    Path dearer = prices("dearer.csv", "3,12");
    String before = decided();

    Result sent = done("pricing", "send", "--wait", dearer.toString());

    assertThat(sent.err()).contains("JUMP inputPerMTok 0.25 -> 3 (bound 10)", MODEL + ": held");
    assertThat(decided()).isEqualTo(before);
    assertThat(inForce()).contains("\"inputPerMTok\":0.25");
    assertThat(done("pricing", "send", "--wait", dearer.toString()).err())
        .contains(MODEL + ": held as before");
    assertThat(done("pricing", "review", "list").out()).contains(MODEL, "JUMP inputPerMTok");

    assertThat(done("pricing", "review", "accept", MODEL).err()).contains(MODEL + ": in force");

    assertThat(inForce()).contains("\"inputPerMTok\":3.0");
    assertThat(done("pricing", "review", "list", "--output", "jsonl").out()).isEmpty();
    Awaitility.await().atMost(PATIENCE).until(() -> decided().contains("\"trigger\":\"PRICE\""));
    assertThat(run("pricing", "review", "accept", MODEL).exitCode()).isEqualTo(3);
    // A file of before is no news.
    assertThat(done("pricing", "send", "--wait", prices("first.csv", "0.25,1").toString()).err())
        .contains(MODEL + ": held");
  }

  @Test
  void shouldKeepWhatIsInForceWhereAPriceIsRejectedAndHoldItAgain() throws IOException {
    Path wrong = prices("wrong.csv", "250000,1000000");
    String before = decided();
    done("pricing", "send", "--wait", wrong.toString());

    assertThat(done("pricing", "review", "reject", MODEL).err()).contains(MODEL + ": rejected");

    assertThat(inForce()).contains("\"inputPerMTok\":0.25");
    assertThat(done("pricing", "review", "list", "--output", "jsonl").out()).isEmpty();
    assertThat(done("pricing", "send", "--wait", wrong.toString()).err()).contains("held");
    assertThat(decided()).isEqualTo(before);
  }

  @Test
  void shouldKnowWhatIsHeldAfterARestart() throws IOException, InterruptedException {
    done("pricing", "send", "--wait", prices("dearer.csv", "3,12").toString());
    stack.close();
    stack = EmbeddedStack.start(directory.resolve("data"), Map.of());

    assertThat(inForce()).contains("\"inputPerMTok\":0.25");
    assertThat(done("pricing", "review", "accept", MODEL).err()).contains(MODEL + ": in force");
    assertThat(inForce()).contains("\"inputPerMTok\":3.0");
  }
}

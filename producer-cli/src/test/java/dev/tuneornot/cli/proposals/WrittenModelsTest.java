package dev.tuneornot.cli.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as people write them, in files of records. */
class WrittenModelsTest {

  private static final String MINI = "openai/gpt-4o-mini-2024-07-18";

  @TempDir private Path directory;
  private Path prices;

  @BeforeEach
  void writePrices() throws IOException {
    prices = directory.resolve("prices.csv");
    Files.writeString(
        prices,
        """
        modelId,effectiveFrom,inputPerMTok,outputPerMTok
        openai/gpt-4o-mini-2024-07-18,2024-07-18T00:00:00Z,0.15,0.6
        openai/gpt-4o-2024-08-06,2024-08-06T00:00:00Z,2.5,10
        openai/gpt-4o-2024-11-20,2024-11-20T00:00:00Z,2.5,10
        azure/gpt-6-luna,2026-01-01T00:00:00Z,2.5,10
        """);
  }

  @Test
  void shouldTakeTheOneThatCanBeMeantAndTellRecordFieldWrittenAndTaken() {
    Shell.Result result =
        validate(
            """
            {"proposalId": "a", "baselineModel": "gpt-4o mini"}
            {"proposalId": "b", "alternativeModels": ["azure/gpt-6-luna", "GPT 4o mini"],
            """
                    .stripTrailing()
                + """
                 "candidateModels": ["GPT-6 Luna"]}
                """);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("(standard input):1: a: baselineModel = gpt-4o mini: taken as " + MINI)
        .contains("(standard input):2: b: alternativeModels[1] = GPT 4o mini: taken as " + MINI)
        .contains(
            "(standard input):2: b: candidateModels[0] = GPT-6 Luna: taken as azure/gpt-6-luna")
        .contains("2 proposals valid\n")
        .doesNotContain("is it", "no price");
  }

  @Test
  void shouldDoSoInEveryFormat() {
    assertThat(
            validate(
                    "--format",
                    "json",
                    "[\n{\"proposalId\": \"a\",\n\"candidateModels\": [\"gpt-4o mini\"]}]")
                .err())
        .contains("(standard input):2: a: candidateModels[0] = gpt-4o mini: taken as " + MINI);
    assertThat(
            validate(
                    "--format",
                    "csv",
                    "proposalId,baselineModel,candidateModels\na,GPT-6 Luna,gpt-4o mini;x/y\n")
                .err())
        .contains("(standard input):2: a: baselineModel = GPT-6 Luna: taken as azure/gpt-6-luna")
        .contains("(standard input):2: a: candidateModels[0] = gpt-4o mini: taken as " + MINI)
        .contains("model x/y has no price (proposal a)");
  }

  @Test
  void shouldNeverTouchAnId() {
    Shell.Result result =
        validate(
            """
            {"proposalId": "a", "baselineModel": "openai/gpt-4o-2024-08-06"}
            {"proposalId": "b", "candidateModels": ["openai/gpt-4o-mini"]}
            """);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualTo(
            """
            2 proposals valid
            model openai/gpt-4o-mini has no price (proposal b): what needs one is UNPRICED; is it \
            openai/gpt-4o-mini-2024-07-18?
            """);
  }

  @Test
  void shouldNameAllThatCanBeMeantAndSayWhereThereIsNone() {
    Shell.Result result =
        validate(
            """
            {"proposalId": "a", "baselineModel": "gpt-4o"}
            {"proposalId": "b", "baselineModel": "gemini"}
            {"proposalId": "c", "baselineModel": "gpt-6 lune"}
            """);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("(standard input):1: a: baselineModel = gpt-4o: must be provider/model")
        .contains(
            "model gpt-4o; is it openai/gpt-4o-2024-08-06 or openai/gpt-4o-2024-11-20? (proposal a)")
        .contains("model gemini: there is no price of it (proposal b)")
        .contains("model gpt-6 lune; is it azure/gpt-6-luna? (proposal c)")
        .doesNotContain("taken as");
  }

  @Test
  void shouldNameARefusedValueAsItIsWritten() {
    Shell.Result result =
        validate(
            "{\"proposalId\": \"a\", \"candidateModels\": [\"" + MINI + "\", \"gpt-4o mini\"]}\n");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(
            "(standard input):1: a: candidateModels[1] = gpt-4o mini: must be listed once; it is"
                + " taken as "
                + MINI)
        .doesNotContain(": taken as", "is it");
  }

  @Test
  void shouldLeaveNamesAsTheyAreWhereAskedTo() {
    Shell.Result result =
        validate(
            "--models-as-written", "{\"proposalId\": \"a\", \"baselineModel\": \"gpt-4o mini\"}\n");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("a: baselineModel = gpt-4o mini: must be provider/model")
        .contains("model gpt-4o mini; is it " + MINI + "? (proposal a)")
        .doesNotContain("taken as");
  }

  @Test
  void shouldTakeNothingWithoutPrices() throws IOException {
    String proposal = "{\"proposalId\": \"a\", \"baselineModel\": \"gpt-4o mini\"}\n";
    Files.writeString(prices, "modelId,effectiveFrom,inputPerMTok,outputPerMTok\n");
    String bound =
        "(standard input):1: a: baselineModel = gpt-4o mini: must be provider/model: a lower-case"
            + " provider, a slash, a name, no white space\n0 proposals valid, 1 refused\n";

    assertThat(Shell.plain().withInput(proposal).run("proposals", "validate", "-").err())
        .isEqualTo(bound);
    assertThat(validate(proposal).err()).startsWith(bound).doesNotContain("is it", "taken as");
  }

  @Test
  void shouldNameAHundredAndCountTheOthers() {
    StringBuilder proposals = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      proposals.append(
          "{\"proposalId\": \"p%d\", \"baselineModel\": \"%s\"}%n"
              .formatted(i, i % 2 == 0 ? "gpt-4o mini" : "GPT-6 Luna"));
    }

    Shell.Result result = validate(proposals.toString());

    assertThat(result.exitCode()).isZero();
    List<String> lines = new ArrayList<>(result.err().lines().toList());
    assertThat(lines.stream().filter(line -> line.contains(": taken as "))).hasSize(100);
    assertThat(lines)
        .hasSize(103)
        .contains(
            "model GPT-6 Luna is taken as azure/gpt-6-luna (2,450 more proposals, first p101)",
            "model gpt-4o mini is taken as %s (2,450 more proposals, first p100)".formatted(MINI));
  }

  /** What is said of proposals, the last of the words. */
  private Shell.Result validate(String... words) {
    List<Object> arguments = new ArrayList<>(List.of("proposals", "validate", "--pricing", prices));
    arguments.addAll(List.of(words).subList(0, words.length - 1));
    arguments.add("-");
    return Shell.plain().withInput(words[words.length - 1]).run(arguments.toArray());
  }
}

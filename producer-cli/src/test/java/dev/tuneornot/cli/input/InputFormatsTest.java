package dev.tuneornot.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFormatsTest {

  private static final String CSV =
      """
      proposalId,portfolio,trainingData.examples,needs,candidateModels,workload.cachedShare
      a,sales,100,LOW_LATENCY;STYLE_OR_FORMAT,openai/x;google/y,0.5
      b,,,,,
      """;

  private static final String LINES =
      """
      {"proposalId":"a","portfolio":"sales","trainingData":{"examples":100},\
      "needs":["LOW_LATENCY","STYLE_OR_FORMAT"],"candidateModels":["openai/x","google/y"],\
      "workload":{"cachedShare":0.5}}
      {"proposalId":"b"}
      """;

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"p.csv", "P.CSV", "p.jsonl", "p.ndjson", "p.json", "p.unknown"})
  void shouldTellTheFormatByTheExtension(String name) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text(name));

    Result result = evaluate(file);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo(evaluate(jsonLines()).out()).isNotEmpty();
  }

  @Test
  void shouldLetTheFlagGoBeforeTheExtension() throws IOException {
    Path file = Files.writeString(directory.resolve("p.json"), CSV);

    Result result = evaluate(file, "--format", "csv");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo(evaluate(jsonLines()).out());
  }

  @Test
  void shouldReadCsvFromStandardInput() throws IOException {
    Path prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O);

    Result result =
        Shell.plain()
            .withInput(CSV)
            .run(
                "evaluate",
                "--proposals",
                "-",
                "--format",
                "csv",
                "--pricing",
                prices,
                "--output",
                "jsonl");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(2);
  }

  @Test
  void shouldReadPricesAsCsvWithARowAPeriod() throws IOException {
    Path prices =
        Texts.file(
            directory,
            "prices.csv",
            "modelId,effectiveFrom,inputPerMTok,outputPerMTok,tuning.trainingPerMTok,"
                + "tuning.inputPerMTok,tuning.outputPerMTok,confidence",
            "openai/gpt-4o,2024-01-01T00:00:00Z,5,15,,,,OFFICIAL",
            "openai/gpt-4o,2024-08-06T00:00:00Z,2.5,10,25,3.75,15,");
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p"));

    Result result =
        Shell.plain()
            .run("evaluate", "--proposals", proposals, "--pricing", prices, "--output", "jsonl");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("\"breakevenRequests\":17648");
  }

  @Test
  void shouldNameTheLineOfACsvRecordAlsoAfterLineBreaksInCells() throws IOException {
    Path file =
        Texts.file(
            directory,
            "p.csv",
            "proposalId,title,workload.requestsPerMonth",
            "a,\"two",
            "lines\",1",
            "b,x,-5");

    Result result = Shell.plain().run("proposals", "validate", file);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(file + ":4: b: workload.requestsPerMonth = -5: must be 0..10^12")
        .endsWith("1 proposals valid, 1 refused\n");
  }

  @Test
  void shouldRefuseAnUnknownColumnByName() throws IOException {
    Path file = Texts.file(directory, "p.csv", "proposalId,titel", "a,x");

    Result result = Shell.plain().run("proposals", "validate", file);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains(file + ":1: titel: unknown field");
  }

  @Test
  void shouldPassOverAByteOrderMark() throws IOException {
    Path file = Files.writeString(directory.resolve("p.csv"), "\uFEFF" + CSV);

    Result result = Shell.plain().run("proposals", "validate", file);

    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private static String text(String name) {
    return switch (name.substring(2).toLowerCase(Locale.ROOT)) {
      case "csv" -> CSV;
      case "json" -> "[" + LINES.strip().replace("\n", ",\n") + "]";
      default -> LINES;
    };
  }

  private Path jsonLines() throws IOException {
    return Files.writeString(directory.resolve("expected.jsonl"), LINES);
  }

  private Result evaluate(Path proposals, String... more) throws IOException {
    Path prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O);
    Object[] words = new Object[7 + more.length];
    System.arraycopy(
        new Object[] {
          "evaluate", "--proposals", proposals, "--pricing", prices, "--output", "jsonl"
        },
        0,
        words,
        0,
        7);
    System.arraycopy(more, 0, words, 7, more.length);
    return Shell.plain().run(words);
  }
}

package dev.tuneornot.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private Path directory;
  private Path pricing;

  @BeforeEach
  void writePrices() throws IOException {
    pricing = Texts.file(directory, "pricing.jsonl", Texts.GPT_4O);
  }

  @Test
  void shouldWriteARecommendationALineInInputOrder() throws IOException {
    Path proposals =
        Texts.file(
            directory, "p.jsonl", Texts.narrowTask("b"), Texts.unknown("a"), Texts.narrowTask("c"));

    Result result = evaluate(proposals, "--output", "jsonl");

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines()).hasSize(3);
    assertThat(result.outLines().get(0))
        .startsWith("{\"proposalId\":\"b\",\"portfolio\":\"sales\",\"title\":\"SQL generation\"")
        .contains("\"verdict\":\"GO\"", "\"breakevenRequests\":17648")
        .contains("\"evaluatedAt\":\"2026-11-22T00:00:00Z\"");
    assertThat(result.outLines().get(1))
        .startsWith("{\"proposalId\":\"a\",\"portfolio\":\"default\"")
        .contains("\"decision\":\"UNDECIDED\"", "\"openQuestion\":\"T1\"");
    assertThat(result.err()).startsWith("3 proposals evaluated in ");
  }

  @Test
  void shouldWriteAJsonArray() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.unknown("a"), Texts.unknown("b"));

    Result result = evaluate(proposals, "--output", "json");

    assertThat(result.outLines()).hasSize(4);
    assertThat(result.outLines().get(0)).isEqualTo("[");
    assertThat(result.outLines().get(1)).startsWith("{\"proposalId\":\"a\"").endsWith("},");
    assertThat(result.outLines().get(2)).startsWith("{\"proposalId\":\"b\"").endsWith("}");
    assertThat(result.outLines().get(3)).isEqualTo("]");
  }

  @Test
  void shouldWriteAnEmptyArrayOfAnEmptyFile() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", "");

    Result result = evaluate(proposals, "--output", "json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("[]\n");
  }

  @Test
  void shouldWriteFlatCsvWithNeutralisedText() throws IOException {
    String formula = Texts.narrowTask("p").replace("SQL generation", "=HYPERLINK(1)");
    Path proposals = Texts.file(directory, "p.jsonl", formula);

    Result result = evaluate(proposals, "--output", "csv");

    assertThat(result.outLines()).hasSize(2);
    assertThat(result.outLines().get(0))
        .startsWith(
            "proposalId,portfolio,title,stage,decision,leaf,verdict,openQuestion,trace.question,")
        .contains(",candidates.modelId,candidates.status,");
    assertThat(result.outLines().get(1))
        .startsWith(
            "p,sales,'=HYPERLINK(1),PROPOSED,FINE_TUNE,FINE_TUNE,GO,,T1;T2;T3;T4,NO;NO;YES;YES,");
  }

  @Test
  void shouldWriteATableThatFitsTheTerminal() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"), Texts.unknown("q"));

    Result result =
        Shell.plain().onTerminal(100).run(words(proposals, "--as-of", "2026-11-22T00:00:00Z"));

    assertThat(result.outLines().get(0))
        .contains("PROPOSAL", "DECISION", "VERDICT", "UPFRONT", "SAVINGS/MONTH", "PAYBACK");
    assertThat(result.outLines().get(1)).contains("p-1", "FINE_TUNE", "$37.50", "5 days");
    assertThat(result.outLines())
        .allSatisfy(line -> assertThat(visible(line)).hasSizeLessThan(101));
  }

  @Test
  void shouldColourVerdictsOnATerminalOnly() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"));
    String green = "\u001b[32m";

    Result piped = evaluate(proposals);
    Result shown = Shell.plain().onTerminal(100).run(words(proposals));
    Result plain =
        Shell.plain()
            .onTerminal(100)
            .withEnvironment(Map.of("NO_COLOR", "1"))
            .run(words(proposals));

    assertThat(piped.out()).doesNotContain("\u001b");
    assertThat(shown.out()).contains(green);
    assertThat(plain.out()).doesNotContain("\u001b");
  }

  @Test
  void shouldEscapeWhatWouldSteerTheTerminal() throws IOException {
    String hostile = Texts.narrowTask("p-1").replace("SQL generation", "\\u001b[2Jgone\\nnext");
    Path proposals = Texts.file(directory, "p.jsonl", hostile);

    Result result = evaluate(proposals);

    assertThat(result.out()).contains("\\u001b[2Jgone\\u000anext").doesNotContain("\u001b");
  }

  @Test
  void shouldNameARefusedRecordByFileLineFieldValueAndBoundAndDoTheOthers() throws IOException {
    String bad = Texts.narrowTask("bad").replace("\"outputTokens\":200", "\"cachedShare\":1.5");
    Path proposals = Texts.file(directory, "p.jsonl", Texts.unknown("a"), "", bad, "{oops");

    Result result = evaluate(proposals, "--output", "jsonl");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.err())
        .contains(proposals + ":3: bad: workload.cachedShare = 1.5: must be 0 or 10^-9..1\n")
        .contains(proposals + ":4: ")
        .contains("1 proposals evaluated in")
        .endsWith(", 2 refused\n");
  }

  @Test
  void shouldRefuseASecondProposalOfTheSameId() throws IOException {
    Path proposals =
        Texts.file(
            directory, "p.jsonl", Texts.unknown("a"), Texts.unknown("b"), Texts.unknown("a"));

    Result result = evaluate(proposals, "--output", "jsonl");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.outLines()).hasSize(2);
    assertThat(result.err())
        .contains(":3: a: proposalId = a: must be unique in the file; it is on line 1\n");
  }

  @Test
  void shouldUseTheOtherPricesWhereOneIsRefused() throws IOException {
    Path prices =
        Texts.file(
            directory,
            "prices.jsonl",
            "{\"modelId\":\"nowhere\",\"periods\":[]}",
            Texts.GPT_4O,
            Texts.GPT_4O);
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p"));

    Result result =
        Shell.plain()
            .run("evaluate", "--proposals", proposals, "--pricing", prices, "--output", "jsonl");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("\"bestModel\":\"openai/gpt-4o\"");
    assertThat(result.err())
        .contains(prices + ":1: nowhere: modelId = nowhere: must be ")
        .contains(prices + ":3: openai/gpt-4o: modelId = openai/gpt-4o: must be unique");
  }

  @Test
  void shouldTakeThePolicyOfThePortfolio() throws IOException {
    Path policy =
        Texts.file(
            directory,
            "policy.json",
            "[{\"portfolio\":\"sales\",\"version\":\"strict\",\"minimumExamples\":2000,"
                + "\"goodExamples\":3000},",
            "{\"version\":\"all\",\"maxPaybackMonths\":1}]");
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p"), Texts.unknown("q"));

    Result result = evaluate(proposals, "--policy", policy, "--output", "jsonl");

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines().get(0))
        .contains("\"decision\":\"COLLECT_DATA\"", "\"policyVersion\":\"strict\"");
    assertThat(result.outLines().get(1)).contains("\"policyVersion\":\"all\"");
  }

  @Test
  void shouldReadStandardInput() {
    Result result =
        Shell.plain()
            .withInput(Texts.unknown("a") + "\n")
            .run("evaluate", "--proposals", "-", "--pricing", pricing, "--output", "jsonl");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("{\"proposalId\":\"a\"");
  }

  @Test
  void shouldRefuseStandardInputTwice() {
    Result result = Shell.plain().run("evaluate", "--proposals", "-", "--pricing", "-");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Standard input");
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    Result result =
        Shell.plain().run("evaluate", "--proposals", directory.resolve("no"), "--pricing", pricing);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--proposals").contains("is not a file that can be read");
  }

  @Test
  void shouldEvaluateAsOfNowUnlessToldOtherwise() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.unknown("a"));

    Result now =
        Shell.plain()
            .run("evaluate", "--proposals", proposals, "--pricing", pricing, "--output", "jsonl");
    Result then = evaluate(proposals, "--as-of", "2025-01-01T01:00:00+01:00", "--output", "jsonl");

    assertThat(now.out()).contains("\"evaluatedAt\":\"2026-11-22T00:00:00Z\"");
    assertThat(then.out()).contains("\"evaluatedAt\":\"2025-01-01T00:00:00Z\"");
  }

  @Test
  void shouldKeepColumnsAlignedOverManyBlocks() throws IOException {
    String[] lines =
        IntStream.range(0, 2500)
            .mapToObj(i -> Texts.unknown("p-%06d".formatted(i)))
            .toArray(String[]::new);
    Path proposals = Texts.file(directory, "p.jsonl", lines);

    Result result = evaluate(proposals);

    List<String> rows = result.outLines();
    assertThat(rows).hasSize(2501);
    int column = rows.get(0).indexOf("VERDICT");
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(row -> assertThat(row.indexOf("NOT_APPLICABLE")).isEqualTo(column));
    assertThat(rows.get(2500)).startsWith("p-002499");
  }

  private Result evaluate(Path proposals, Object... more) {
    return Shell.plain().run(words(proposals, more));
  }

  private Object[] words(Path proposals, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("evaluate", "--proposals", proposals, "--pricing", pricing));
    words.addAll(List.of(more));
    return words.toArray();
  }

  private static String visible(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}

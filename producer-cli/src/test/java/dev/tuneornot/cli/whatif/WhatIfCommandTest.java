package dev.tuneornot.cli.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfCommandTest {

  @TempDir private Path directory;
  private Path proposals;
  private Path pricing;

  @BeforeEach
  void writePortfolio() throws IOException {
    proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("sql"), Texts.unknown("idea"));
    pricing = Texts.file(directory, "pricing.jsonl", Texts.GPT_4O);
  }

  @Test
  void shouldSayThatNothingChanges() {
    Result result = whatIf("--pricing", pricing);

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines()).hasSize(4).last().asString().contains("(all)", "none");
    assertThat(result.err()).startsWith("No verdict changes\n2 proposals evaluated before");
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dearer tuned input|\"inputPerMTok\":3.75|\"inputPerMTok\":9|CAUTION|"
            + "savings $212.50 -> -$50.00 a month, not above $0",
        "dear training|\"trainingPerMTok\":25|\"trainingPerMTok\":2500|CAUTION|"
            + "payback 5 days -> 18 months, above the policy's 12 months",
        "retired|\"confidence\"|\"retiresAt\":\"2026-11-01T00:00:00Z\",\"confidence\"|NO_GO|"
            + "openai/gpt-4o PAYS_BACK -> RETIRED (it retires on 2026-11-01)",
        "closed|\"confidence\"|\"tuningClosesAt\":\"2026-11-01T00:00:00Z\",\"confidence\"|NO_GO|"
            + "openai/gpt-4o PAYS_BACK -> TUNING_CLOSED (its tuning closes on 2026-11-01)",
        "unpriced|\"trainingPerMTok\":25,||PENDING_PRICE|"
            + "openai/gpt-4o PAYS_BACK -> UNPRICED (a price of it or of the reference is not known)",
        "retiring|\"confidence\"|\"retiresAt\":\"2026-11-24T00:00:00Z\",\"confidence\"|NO_GO|"
            + "payback 5 days, retirement at no known time -> in 2 days, before that",
        "closing soon|\"confidence\"|\"tuningClosesAt\":\"2026-12-01T00:00:00Z\",\"confidence\""
            + "|CAUTION|now tuning closes soon: tuning closes on no known day -> 2026-12-01, soon"
            + " are 90 days",
        "stale|2026-11-01|2026-08-01|CAUTION|"
            + "now stale price: read 2026-11-01 -> 2026-08-01, stale after 90 days",
        "uncertain|OFFICIAL|ESTIMATE|CAUTION|"
            + "now uncertain price: confidence OFFICIAL -> ESTIMATE"
      })
  void shouldSayWhichFigureCrossedWhichBound(
      String what, String text, String other, String verdict, String reason) throws IOException {
    Path changed =
        Texts.file(
            directory, "changed.jsonl", Texts.GPT_4O.replace(text, other == null ? "" : other));

    Result result = whatIf("--pricing", changed, "--output", "jsonl");

    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("{\"kind\":\"FLIP\""))
        .containsExactly(
            "{\"kind\":\"FLIP\",\"portfolio\":\"sales\",\"proposalId\":\"sql\",\"before\":\"GO\","
                + "\"after\":\""
                + verdict
                + "\",\"proposals\":1,\"savingsChange\":-212.5,\"reason\":\""
                + reason
                + "\"}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"maxPaybackMonths\":0.1|CAUTION|payback 5 days, above the policy's 3 days (before 12"
            + " months)",
        "\"minimumExamples\":2000,\"goodExamples\":3000|NOT_APPLICABLE|FINE_TUNE -> COLLECT_DATA:"
            + " 1000 examples, the policy's minimum 50 -> 2000",
        "\"goodExamples\":1500|CAUTION|now small dataset: 1000 examples, the policy's good number"
            + " 500 -> 1500",
        "\"stalePriceDays\":10|CAUTION|now stale price: read 2026-11-01, stale after 90 -> 10 days"
      })
  void shouldTryAPolicy(String setting, String verdict, String reason) throws IOException {
    Path policy =
        Texts.file(directory, "policy.jsonl", "{\"portfolio\":\"sales\"," + setting + "}");

    Result result = whatIf("--policy", policy, "--output", "jsonl");

    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("{\"kind\":\"FLIP\""))
        .singleElement()
        .asString()
        .contains("\"after\":\"" + verdict + "\"", "\"reason\":\"" + reason + "\"");
  }

  @Test
  void shouldTryWhatWasMeasured() throws IOException {
    Path usage =
        Texts.file(
            directory,
            "usage.jsonl",
            "{\"proposalId\":\"sql\",\"windowStart\":\"2026-10-01T00:00:00Z\",\"windowEnd\":"
                + "\"2026-11-01T00:00:00Z\",\"requests\":10,\"inputTokens\":20000,"
                + "\"outputTokens\":2000}");

    Result result = whatIf("--usage", usage, "--output", "jsonl");
    Result already = whatIf("--usage", usage, "--current-usage", usage);

    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("{\"kind\":\"FLIP\""))
        .singleElement()
        .asString()
        .contains("\"before\":\"GO\",\"after\":\"CAUTION\"", "above the policy's 12 months");
    assertThat(already.err()).startsWith("No verdict changes");
  }

  @Test
  void shouldTakeAModelAway() throws IOException {
    Result result = whatIf("--without", "openai/gpt-4o", "--output", "jsonl");

    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("{\"kind\":\"FLIP\""))
        .singleElement()
        .asString()
        .contains(
            "\"after\":\"NO_GO\"", "openai/gpt-4o PAYS_BACK -> RETIRED (it retires on 2026-11-22)");
  }

  @Test
  void shouldCompareWithWhatIsLeftWhereTheBaselineIsTakenAway() throws IOException {
    String other = Texts.GPT_4O.replace("gpt-4o", "gpt-4o-next");
    pricing = Texts.file(directory, "pricing.jsonl", Texts.GPT_4O, other);
    proposals =
        Texts.file(
            directory,
            "p.jsonl",
            Texts.narrowTask("sql")
                .replace(
                    "\"candidateModels\":[\"openai/gpt-4o\"]",
                    "\"candidateModels\":[\"openai/gpt-4o\",\"openai/gpt-4o-next\"],"
                        + "\"alternativeModels\":[\"openai/gpt-4o-next\"]"));

    Result away = whatIf("--without", "openai/gpt-4o", "--output", "jsonl");
    Result both =
        whatIf(
            "--without", "openai/gpt-4o", "--without", "openai/gpt-4o-next", "--output", "jsonl");

    assertThat(away.err()).startsWith("1 proposals");
    assertThat(away.outLines()).noneMatch(line -> line.startsWith("{\"kind\":\"FLIP\""));
    assertThat(both.out()).contains("\"after\":\"NO_GO\"");
  }

  @Test
  void shouldSayThatNobodyNamesTheModelThatIsTakenAway() {
    Result result = whatIf("--without", "openai/gpt-9");

    assertThat(result.err()).startsWith("No verdict changes\nNo proposal names openai/gpt-9\n");
    assertThat(whatIf("--without", "gpt-4o").err())
        .contains("--without must be provider/model, and is gpt-4o");
  }

  @Test
  void shouldSumUpByPortfolioAndInTotal() throws IOException {
    Path retired =
        Texts.file(
            directory,
            "retired.jsonl",
            Texts.GPT_4O.replace(
                "\"confidence\"", "\"retiresAt\":\"2026-11-01T00:00:00Z\",\"confidence\""));

    Result result = whatIf("--pricing", retired, "--output", "jsonl");

    assertThat(result.outLines())
        .startsWith(
            "{\"kind\":\"PORTFOLIO\",\"portfolio\":\"default\",\"proposals\":1,"
                + "\"savingsBefore\":0.0,\"savingsAfter\":0.0,\"savingsChange\":0.0}",
            "{\"kind\":\"PORTFOLIO\",\"portfolio\":\"sales\",\"proposals\":1,"
                + "\"savingsBefore\":212.5,\"savingsAfter\":0.0,\"savingsChange\":-212.5}",
            "{\"kind\":\"TRANSITION\",\"portfolio\":\"sales\",\"before\":\"GO\","
                + "\"after\":\"NO_GO\",\"proposals\":1}",
            "{\"kind\":\"PORTFOLIO\",\"proposals\":2,\"savingsBefore\":212.5,\"savingsAfter\":0.0,"
                + "\"savingsChange\":-212.5}",
            "{\"kind\":\"TRANSITION\",\"before\":\"GO\",\"after\":\"NO_GO\",\"proposals\":1}");
  }

  @Test
  void shouldShowTheLargestFlipsFirstAndCountTheOthers() throws IOException {
    String large = Texts.narrowTask("large").replace("100000", "900000");
    proposals =
        Texts.file(directory, "p.jsonl", Texts.narrowTask("a"), large, Texts.narrowTask("b"));
    Path retired =
        Texts.file(
            directory,
            "retired.jsonl",
            Texts.GPT_4O.replace(
                "\"confidence\"", "\"retiresAt\":\"2026-11-01T00:00:00Z\",\"confidence\""));

    Result all = whatIf("--pricing", retired, "--output", "csv");
    Result two = whatIf("--pricing", retired, "--output", "csv", "--max-flips", "2");

    assertThat(flips(all)).containsExactly("large", "a", "b");
    assertThat(flips(two)).containsExactly("large", "a");
    assertThat(two.err()).contains("3 proposals flip, the 2 largest are shown (--max-flips)");
  }

  @Test
  void shouldNameRefusedProposalsAndGoOn() throws IOException {
    proposals =
        Texts.file(directory, "p.jsonl", "{\"proposalId\":\"bad\",\"x\":1}", Texts.narrowTask("a"));

    Result result = whatIf("--pricing", pricing);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("p.jsonl:1: bad: x = 1: unknown field", "1 proposals evaluated");
  }

  @Test
  void shouldRefuseWhatCannotBeCombined() {
    Shell shell = Shell.plain();

    assertThat(shell.run("what-if").exitCode()).isEqualTo(2);
    assertThat(shell.run("what-if", "--pricing", "-", "--policy", "-").err()).contains("once only");
    assertThat(shell.run("what-if", "--pricing", pricing, "--proposals", proposals).exitCode())
        .isEqualTo(2);
    assertThat(whatIf("--pricing", pricing, "--max-flips", "-1").exitCode()).isEqualTo(2);
  }

  private static List<String> flips(Result result) {
    return result.outLines().stream()
        .filter(line -> line.startsWith("FLIP"))
        .map(line -> line.split(",", -1)[2])
        .toList();
  }

  private Result whatIf(Object... options) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "what-if",
                "--proposals",
                proposals,
                "--current-pricing",
                pricing,
                "--as-of",
                "2026-11-22"));
    words.addAll(List.of(options));
    return Shell.plain().run(words.toArray());
  }
}

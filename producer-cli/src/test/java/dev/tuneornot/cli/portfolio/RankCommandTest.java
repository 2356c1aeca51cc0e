package dev.tuneornot.cli.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankCommandTest {

  @TempDir private Path directory;

  @Test
  void shouldSayWhatToFundAndProveIt() throws IOException {
    Path proposals =
        Texts.file(directory, "p.jsonl", Texts.narrowTask("sql"), Texts.unknown("idea"));

    Result result = rank(Texts.GPT_4O, proposals);

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines().get(1)).startsWith("   1  yes   sql ").contains(" GO ", "$0.00");
    assertThat(result.out())
        .endsWith(
            """

            1 of 1 funded with $37.50 of $1,000.00; net benefit $2,512.50.
            No choice within the budget is better.
            """);
  }

  @Test
  void shouldSayWhoSharesADeploymentAndWhatEachPays() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("a"), Texts.narrowTask("b"));
    String hosted = hosted("0.4");

    Result table = rank(hosted, proposals);
    Result rows = rank(hosted, proposals, "--output", "jsonl");

    assertThat(table.out())
        .contains(
            """

            Deployments to open:
              openai/gpt-4o #1, $3,504.00 over the horizon, 2 of 8 places: a pays $1,752.00, b pays $1,752.00

            2 of 2 funded with $75.00 of $1,000.00; net benefit $1,521.00.
            """);
    assertThat(rows.outLines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"kind\":\"CHOSEN\",\"rank\":1,\"proposalId\":\"a\"")
                    .contains(
                        "\"verdict\":\"CAUTION\"",
                        "\"hosting\":1752.0,\"netBenefit\":760.5,",
                        "\"deployment\":\"openai/gpt-4o #1\""))
        .anySatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"kind\":\"DEPLOYMENT\",\"model\":\"openai/gpt-4o\",\"hosting\":3504.0,"
                            + "\"deployment\":\"openai/gpt-4o #1\",\"places\":8,"
                            + "\"sharedBy\":\"a=1752.000000;b=1752.000000\"}"))
        .last()
        .asString()
        .contains("\"kind\":\"SUM\"", "\"hosting\":3504.0", "\"method\":\"EXACT\"");
  }

  @Test
  void shouldLeaveOutWhatNobodyShares() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("a"));

    Result result = rank(hosted("0.4"), proposals);

    assertThat(result.outLines().get(1)).startsWith("   1  no    a ").contains("CAUTION");
    assertThat(result.out()).contains("0 of 1 funded").doesNotContain("Deployments");
  }

  @Test
  void shouldRefuseWhatCannotBe() throws IOException {
    Shell shell = Shell.plain();

    assertThat(shell.run("portfolio", "rank", "--budget", "-1").exitCode()).isEqualTo(2);
    assertThat(shell.run("portfolio", "rank").err()).contains("--budget");
    assertThat(
            shell
                .run("portfolio", "rank", "--budget", "1", "--proposals", "-", "--pricing", "-")
                .err())
        .contains("once only");
  }

  private static String hosted(String hostingPerHour) {
    return Texts.GPT_4O.replace(
        "\"trainingPerMTok\"",
        "\"adaptersPerDeployment\":8,\"hostingPerHour\":"
            + hostingPerHour
            + ",\"trainingPerMTok\"");
  }

  private Result rank(String pricing, Path proposals, Object... more) throws IOException {
    Path prices = Texts.file(directory, "pricing.jsonl", pricing);
    Object[] words =
        Stream.concat(
                Stream.of(
                    "portfolio",
                    "rank",
                    "--budget",
                    "1000",
                    "--proposals",
                    proposals,
                    "--pricing",
                    prices),
                Stream.of(more))
            .toArray();
    return Shell.plain().run(words);
  }
}

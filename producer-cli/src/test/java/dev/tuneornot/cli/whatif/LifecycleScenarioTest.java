package dev.tuneornot.cli.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The scenario of examples/README.md: the real repricings and closures of 2026. */
class LifecycleScenarioTest {

  private static final Path EXAMPLES = Path.of("..", "examples");

  @Test
  void shouldShowWhichExamplesFlipAndWhy() {
    Result result = run("2026-11-22");

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("FLIP"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("commerce-query-rewrite,GO,CAUTION", "in 1.7 months, before that"),
            line ->
                assertThat(line).contains("commerce-roi-small,GO,CAUTION", "payback 3.3 months"),
            line ->
                assertThat(line).contains("platform-release-bot,CAUTION,NO_GO", "BASELINE_RETIRED"),
            line -> assertThat(line).contains("commerce-legacy-titles,CAUTION,NO_GO", "RETIRED"),
            line ->
                assertThat(line)
                    .contains("platform-gemini-migration,PENDING_PRICE,NO_GO", "2026-10-20"),
            line -> assertThat(line).contains("platform-sql-on-gpt-4o,CAUTION,NO_GO", "55 months"));
  }

  @Test
  void shouldStopAllGptSavingsOnTheDayOfTheShutdown() {
    Result result = run("2027-01-14");

    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("FLIP") && line.contains(",GO,NO_GO,"))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("RETIRED (it retires on 2027-01-14)"));
  }

  private static Result run(String asOf) {
    return Shell.plain()
        .run(
            "what-if",
            "--proposals",
            EXAMPLES.resolve("portfolio.csv"),
            "--current-pricing",
            EXAMPLES.resolve("pricing-before-events.jsonl"),
            "--current-policy",
            EXAMPLES.resolve("policy.json"),
            "--pricing",
            EXAMPLES.resolve("pricing.jsonl"),
            "--as-of",
            asOf,
            "--output",
            "csv");
  }
}

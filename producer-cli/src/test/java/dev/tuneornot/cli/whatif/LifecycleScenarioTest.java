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
        .extracting(line -> line.split(",", 6))
        .extracting(cells -> cells[2] + " " + cells[3] + " -> " + cells[4])
        .containsExactly(
            "platform-runbook-assistant GO -> NO_GO",
            "platform-sql-generation GO -> NO_GO",
            "commerce-query-rewrite GO -> CAUTION",
            "commerce-roi-small GO -> CAUTION",
            "commerce-title-cleanup CAUTION -> NO_GO",
            "commerce-size-labels CAUTION -> NO_GO",
            "legal-memo-drafts CAUTION -> NO_GO",
            "health-medical-coding CAUTION -> NO_GO",
            "health-discharge-letters CAUTION -> NO_GO",
            "health-report-summaries CAUTION -> NO_GO",
            "legal-force-majeure CAUTION -> NO_GO",
            "platform-log-triage CAUTION -> NO_GO",
            "platform-release-bot CAUTION -> NO_GO",
            "commerce-legacy-titles CAUTION -> NO_GO",
            "finance-bank-matching CAUTION -> NO_GO",
            "legal-clause-classifier PENDING_PRICE -> NO_GO",
            "platform-gemini-migration PENDING_PRICE -> NO_GO",
            "platform-sql-on-gpt-4o CAUTION -> NO_GO");
    assertThat(result.outLines())
        .anySatisfy(
            line ->
                assertThat(line).contains("commerce-query-rewrite", "in 1.7 months, before that"))
        .anySatisfy(
            line -> assertThat(line).contains("platform-sql-generation", "BASELINE_RETIRED"))
        .anySatisfy(line -> assertThat(line).contains("commerce-legacy-titles", "RETIRED"))
        .anySatisfy(line -> assertThat(line).contains("platform-gemini-migration", "2026-10-20"))
        .anySatisfy(line -> assertThat(line).contains("platform-sql-on-gpt-4o", "55 months"));
  }

  @Test
  void shouldStopAllGptSavingsOnTheDayOfTheShutdown() {
    Result result = run("2027-01-14");

    assertThat(result.outLines())
        .filteredOn(line -> line.startsWith("FLIP") && line.contains(",GO,NO_GO,"))
        .filteredOn(line -> line.contains("RETIRED (it retires on 2027-01-14)"))
        .hasSize(5);
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

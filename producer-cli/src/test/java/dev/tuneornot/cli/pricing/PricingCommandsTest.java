package dev.tuneornot.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of prices alone tells of what would be held. */
class PricingCommandsTest {
  @TempDir private Path directory;

  @Test
  void shouldForetellWhatIsOddInItself() throws IOException {
    Path file =
        Texts.file(
            directory,
            "prices.csv",
            """
            modelId,effectiveFrom,inputPerMTok,cachedInputPerMTok,outputPerMTok
            acme/fine,2026-01-01T00:00:00Z,2.5,1.25,10
            acme/dear,2026-01-01T00:00:00Z,250000,,1000000
            acme/half,2026-01-01T00:00:00Z,2.5,,
            acme/cache,2026-01-01T00:00:00Z,2.5,3,10
            """);

    Result result = Shell.plain().run("pricing", "validate", file);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err().lines())
        .containsExactly(
            file
                + ":3: acme/dear: TOO_DEAR inputPerMTok none -> 250000 (bound 200),"
                + " TOO_DEAR outputPerMTok none -> 1000000 (bound 1000)",
            file + ":4: acme/half: HALF_A_PRICE outputPerMTok (the other is 2.5)",
            file + ":5: acme/cache: CACHE_ABOVE_INPUT cachedInputPerMTok none -> 3 (bound 2.5)",
            "4 prices valid",
            "3 of 4 prices would be held for review; the prices in force count until then");
  }

  @Test
  void shouldJudgeAPriceByTheOneBeforeItInTheFiles() throws IOException {
    Path first = prices("first.csv", "2.5,10");
    Path second = prices("second.csv", "30,120");
    Path third = prices("third.csv", "2.6,10");

    Result jump = Shell.plain().run("pricing", "validate", first, second);
    Result again = Shell.plain().run("pricing", "validate", first, second, third);

    assertThat(jump.err())
        .contains(
            second
                + ":2: acme/a: JUMP inputPerMTok 2.5 -> 30 (bound 10),"
                + " JUMP outputPerMTok 10 -> 120 (bound 10)")
        .contains("1 of 2 prices would be held");
    assertThat(again.err()).doesNotContain("would be held for review");
  }

  @Test
  void shouldForetellByTheBoundsThatTheAppHas() throws IOException {
    Path file = prices("prices.csv", "2.5,10");
    Path settings =
        Texts.file(
            directory,
            "app.properties",
            "tuneornot.review.input.max=2",
            "bootstrap.servers=127.0.0.1:1");
    String held = file + ":2: acme/a: TOO_DEAR inputPerMTok none -> 2.5 (bound 2)";

    assertThat(Shell.plain().run("pricing", "validate", file).err()).doesNotContain("TOO_DEAR");
    assertThat(Shell.plain().run("pricing", "validate", file, "--command-config", settings).err())
        .contains(held);
    assertThat(
            Shell.plain()
                .withEnvironment(Map.of("KAFKA_TUNEORNOT_REVIEW_INPUT_MAX", "2"))
                .run("pricing", "validate", file)
                .err())
        .contains(held);
    assertThat(
            Shell.plain()
                .run(
                    "pricing",
                    "validate",
                    file,
                    "--command-config",
                    settings,
                    "--command-property",
                    "tuneornot.review.enabled=false")
                .err())
        .isEqualTo("1 prices valid\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "validate, tuneornot.review.jump=1, tuneornot.review.jump = 1: must be a number 1.01..10^9",
    "import, tuneornot.review.enabled=no, tuneornot.review.enabled = no: must be true or false",
    "validate, tuneornot.review.jmup=5, Unknown setting tuneornot.review.jmup"
  })
  void shouldRefuseBoundsThatTheAppRefuses(String command, String property, String message)
      throws IOException {
    Path file = prices("prices.csv", "2.5,10");

    Result result = Shell.plain().run("pricing", command, file, "--command-property", property);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(message);
  }

  @Test
  void shouldHoldNothingOfTheExamples() {
    Result result = Shell.plain().run("pricing", "validate", Path.of("../examples/pricing.jsonl"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).doesNotContain("held");
  }

  private Path prices(String name, String figures) throws IOException {
    return Texts.file(
        directory,
        name,
        "modelId,effectiveFrom,inputPerMTok,outputPerMTok\nacme/a,2026-01-01T00:00:00Z,"
            + figures
            + "\n");
  }
}

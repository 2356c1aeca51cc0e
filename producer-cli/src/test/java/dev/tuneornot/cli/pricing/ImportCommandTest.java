package dev.tuneornot.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {

  private static final String CATALOGUE =
      """
      {
        "gpt-4o": {"input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05,
          "cache_read_input_token_cost": 1.25e-06, "litellm_provider": "openai", "mode": "chat"},
        "ft:gpt-4o": {"input_cost_per_token": 3.75e-06, "output_cost_per_token": 1.5e-05,
          "litellm_provider": "openai", "mode": "chat"},
        "free": {"input_cost_per_token": 0, "output_cost_per_token": 0,
          "litellm_provider": "ollama", "mode": "chat"},
        "wrong": {"input_cost_per_token": -1, "litellm_provider": "x", "mode": "chat"},
        "e": {"litellm_provider": "openai", "mode": "embedding"}
      }""";

  @TempDir private Path directory;

  @Test
  void shouldReportAndWriteWithoutKafka() throws IOException {
    Path to = directory.resolve("prices.jsonl");

    Result result =
        run("--offline", "--to", to, "--effective-from", "2026-12-01", "--output", "jsonl");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.outLines())
        .containsExactly(
            "{\"kind\":\"NEW\",\"modelId\":\"ollama/free\",\"remark\":"
                + "\"inputPerMTok 0, outputPerMTok 0\"}",
            "{\"kind\":\"NEW\",\"modelId\":\"openai/gpt-4o\",\"remark\":"
                + "\"inputPerMTok 2.5, cachedInputPerMTok 1.25, outputPerMTok 10,"
                + " tuning.inputPerMTok 3.75, tuning.outputPerMTok 15\"}",
            "{\"kind\":\"ZERO_PRICE\",\"modelId\":\"ollama/free\",\"remark\":"
                + "\"LiteLLM price catalogue, key free: input and output at 0 are taken as free\"}");
    assertThat(result.err().lines())
        .containsExactly(
            directory
                + "/catalogue.json:8: wrong: periods[0].inputPerMTok = -1000000.0: must be 0 or"
                + " 10^-9..10^9",
            directory
                + "/catalogue.json (litellm): 5 keys read, 2 mapped to 2 models, 1 mapped to tuned"
                + " variants of them, 2 skipped",
            "  1 skipped as OTHER_MODE: it is no model that answers in text",
            "  1 skipped as OUT_OF_BOUNDS: its name or a price cannot be right",
            "2 models stated, 1 of them with prices of tuning, 0 with a date of retirement",
            "Against what is stored: 2 new, 0 changed, 0 refreshed, 0 unchanged, 0 waiting, 0 gone",
            "Findings: 1: 1 ZERO_PRICE",
            "2 prices written to " + to + "; nothing was sent");
    assertThat(Files.readAllLines(to))
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "{\"modelId\":\"openai/gpt-4o\",\"periods\":[{\"effectiveFrom\":\"2026-12-01T00:00:00Z\","
                + "\"inputPerMTok\":2.5,\"cachedInputPerMTok\":1.25,\"outputPerMTok\":10.0,")
        .endsWith(
            "\"source\":\"LiteLLM price catalogue, key gpt-4o\","
                + "\"observedAt\":\"2026-11-22T00:00:00Z\",\"confidence\":\"THIRD_PARTY\"}");
    assertThat(Shell.plain().run("pricing", "validate", to).exitCode()).isZero();
  }

  @Test
  void shouldLetTheOverlayWinAndSaySo() throws IOException {
    Path overlay =
        Texts.file(
            directory,
            "overlay.csv",
            "modelId,tuning.trainingPerMTok,tuning.inputPerMTok,retiresAt,source,confidence",
            "openai/gpt-4o,250,3,2027-01-14T00:00:00Z,a page,OFFICIAL",
            "openai/other,,,2027-01-01T00:00:00Z,,");

    Result result = run("--offline", "--dry-run", "--overlay", overlay, "--output", "csv");

    assertThat(result.outLines())
        .contains(
            "NEW,openai/gpt-4o,,,,,\"inputPerMTok 2.5, cachedInputPerMTok 1.25, outputPerMTok 10,"
                + " tuning.trainingPerMTok 250, tuning.inputPerMTok 3, tuning.outputPerMTok 15,"
                + " retiresAt 2027-01-14\"",
            "NEW,openai/other,,,,,retiresAt 2027-01-01",
            "DISAGREEMENT,openai/gpt-4o,,,,,\"tuning.inputPerMTok: the overlay says 3, LiteLLM price"
                + " catalogue, key gpt-4o says 3.75; 3 is taken\"",
            "HELD_FOR_REVIEW,openai/gpt-4o,,,,,TOO_DEAR tuning.trainingPerMTok none -> 250 (bound 200)");
    assertThat(result.err()).endsWith("Nothing was sent (--dry-run)\n");
    assertThat(
            run(
                    "--offline",
                    "--dry-run",
                    "--overlay",
                    overlay,
                    "--command-property",
                    "tuneornot.review.training.max=300")
                .out())
        .doesNotContain("HELD_FOR_REVIEW");
  }

  @Test
  void shouldTellTheDifferenceFromAFile() throws IOException {
    Path stored =
        Texts.file(
            directory,
            "stored.jsonl",
            Texts.GPT_4O.replace("\"inputPerMTok\":2.5,", "\"inputPerMTok\":5,"),
            Texts.GPT_4O.replace("openai/gpt-4o", "openai/old"));

    Result result = run("--against", stored, "--dry-run", "--all", "--output", "csv");

    assertThat(result.outLines())
        .contains(
            "CHANGED,openai/gpt-4o,,inputPerMTok,5.0,2.5,",
            "CHANGED,openai/gpt-4o,,confidence,OFFICIAL,THIRD_PARTY,",
            "NEW,ollama/free,,,,,\"inputPerMTok 0, outputPerMTok 0\"",
            "GONE,openai/old,,,,,no source names it; it stays",
            "SKIPPED,,e,,,OTHER_MODE,it is no model that answers in text");
    assertThat(result.err())
        .contains(
            "Against what is stored: 1 new, 1 changed, 0 refreshed, 0 unchanged, 0 waiting, 1 gone");
  }

  @Test
  void shouldRefuseRowsOfTheOverlayByName() throws IOException {
    Path overlay =
        Texts.file(
            directory,
            "overlay.csv",
            "modelId,tuning.trainingPerMTok",
            "openai/gpt-4o,-1",
            "openai/a,1",
            "openai/a,2",
            "openai/b");

    Result result = run("--offline", "--dry-run", "--overlay", overlay);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(
            "overlay.csv:2: openai/gpt-4o: periods[0].tuning.trainingPerMTok = -1.0: must be 0",
            "overlay.csv:4: openai/a: modelId = openai/a: must be unique in the file; it is on line"
                + " 3",
            "overlay.csv:5: openai/b: ");
  }

  @ParameterizedTest(name = "behind line {1}")
  @CsvSource(
      delimiter = '|',
      value = {"'modelId,\"\"source'|0", "'modelId,source\nopenai/a,x\n\"\"openai/b,y'|2"})
  void shouldSayWhatIsNoCsvInAnOverlay(String text, int line) throws IOException {
    Path broken = Texts.file(directory, "broken.csv", text.translateEscapes());

    Result result = run("--offline", "--dry-run", "--overlay", broken);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("broken.csv cannot be read: it is no CSV behind line " + line + ": ")
        .doesNotContain("Exception");
  }

  @Test
  void shouldRefuseAnOverlayWithUnknownColumns() throws IOException {
    Path unknown = Texts.file(directory, "unknown.csv", "modelId,training", "openai/a,1");
    Path timed = Texts.file(directory, "timed.csv", "modelId,effectiveFrom", "openai/a,2026-01-01");

    assertThat(run("--offline", "--dry-run", "--overlay", unknown).err())
        .contains("unknown.csv cannot be read", "line 1: training: unknown field");
    assertThat(run("--offline", "--dry-run", "--overlay", timed).err())
        .contains("timed.csv cannot be read", "must be said with --effective-from");
  }

  @Test
  void shouldRefuseWhatCannotBeCombined() {
    Shell shell = Shell.plain();

    assertThat(shell.run("pricing", "import", "--dry-run").err()).contains("nothing to import");
    assertThat(shell.run("pricing", "import", "-", "--offline").exitCode()).isEqualTo(2);
    assertThat(shell.run("pricing", "import", "-", "--overlay", "-", "--dry-run").err())
        .contains("once only");
    assertThat(shell.run("pricing", "import", "-").err()).contains("--bootstrap-server");
  }

  @Test
  void shouldFailOnWhatIsNoCatalogue() {
    Result result =
        Shell.plain().withInput("[1]").run("pricing", "import", "-", "--offline", "--dry-run");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "error: (standard input) cannot be read: it is in none of the formats prices, overlay,"
                + " model-eol, deprecations-info, openrouter, llm-prices, genai-prices, models-dev,"
                + " portkey, litellm: it is an array of other values\n");
  }

  @Test
  void shouldMergeSeveralSourcesByTrust() throws IOException {
    Path other =
        Texts.file(
            directory,
            "api.json",
            "{\"openai\": {\"id\": \"openai\", \"models\": {\"gpt-4o\": {\"cost\": {\"input\": 5,"
                + " \"output\": 10}}}}}");
    Path feed =
        Texts.file(
            directory,
            "feed.json",
            "{\"publisher\": \"openai\", \"models\": [{\"id\": \"gpt-4o\", \"shutdown\":"
                + " \"2027-01-14\", \"date_precision\": \"earliest\", \"replacement\": \"gpt-6\"}]}");

    Result result =
        run(
            other,
            feed,
            "--offline",
            "--dry-run",
            "--confidence",
            "models-dev=MIRROR",
            "--output",
            "csv");

    assertThat(result.outLines())
        .contains(
            "NEW,openai/gpt-4o,,,,,\"inputPerMTok 5, outputPerMTok 10, tuning.inputPerMTok 3.75,"
                + " tuning.outputPerMTok 15, retiresAt 2027-01-14 (earliest), replacement"
                + " openai/gpt-6\"",
            "DISAGREEMENT,openai/gpt-4o,,,,,\"inputPerMTok: models.dev, key openai/gpt-4o says 5,"
                + " LiteLLM price catalogue, key gpt-4o says 2.5; 5 is taken\"");
    assertThat(result.err()).contains("(model-eol): 1 keys read, 1 mapped to 0 models, 1 ends");
  }

  @Test
  void shouldRefuseAnotherFormatThanWasNamed() throws IOException {
    Result result = run("--offline", "--dry-run", "--format", "models-dev");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("catalogue.json cannot be read: it is not models-dev: it looks like litellm");
    assertThat(run("--offline", "--dry-run", "--confidence", "moon=MIRROR").exitCode())
        .isEqualTo(2);
  }

  @Test
  void shouldRewriteThePastOnlyWhereItIsForcedTo() throws IOException {
    Path stored =
        Texts.file(
            directory,
            "stored.jsonl",
            Texts.GPT_4O.replace("\"inputPerMTok\":2.5,", "\"inputPerMTok\":5,"));
    Path to = directory.resolve("to.jsonl");
    Object[] options = {
      "--against", stored, "--to", to, "--effective-from", "2026-11-01", "--output", "jsonl"
    };

    Result refused = run(options);
    Result forced =
        run("--against", stored, "--to", to, "--effective-from", "2026-11-01", "--force");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "error: nothing was sent: the prices from 2026-11-01T00:00:00Z on of 1 stored models are"
                + " rewritten (openai/gpt-4o)");
    assertThat(forced.exitCode()).isEqualTo(3);
    assertThat(forced.err()).contains("--force: the prices from");
    assertThat(to).exists();
  }

  @Test
  void shouldRefuseToRepeatWithoutKafka() {
    Shell shell = Shell.plain();

    assertThat(
            shell
                .run("pricing", "import", "http://127.0.0.1:1/x", "--every", "1h", "--dry-run")
                .err())
        .contains("--every sends to Kafka");
    assertThat(shell.run("pricing", "import", "-", "--every", "1h").err()).contains("once only");
    assertThat(shell.run("pricing", "import", "http://127.0.0.1:1/x", "--every", "soon").exitCode())
        .isEqualTo(2);
    assertThat(shell.run("pricing", "import", "http://127.0.0.1:1/x", "--http-port", "1").err())
        .contains("--every");
  }

  @Test
  void shouldFailOnAQuoteThatIsNotClosed() throws IOException {
    Path overlay =
        Texts.file(
            directory,
            "overlay.csv",
            "modelId,tuning.trainingPerMTok,source",
            "openai/a,1,fine",
            "openai/b,2,\"open",
            "openai/c,3,swallowed");

    Result result = run("--offline", "--dry-run", "--overlay", overlay);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("a quote opens on line 3 and is not closed");
  }

  private Result run(Object... options) throws IOException {
    Path catalogue = Files.writeString(directory.resolve("catalogue.json"), CATALOGUE);
    Object[] words = new Object[options.length + 3];
    words[0] = "pricing";
    words[1] = "import";
    words[2] = catalogue;
    System.arraycopy(options, 0, words, 3, options.length);
    return Shell.plain().run(words);
  }
}

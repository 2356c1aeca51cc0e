package dev.tuneornot.cli.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportProposalsCommandTest {

  private static final Path PRICES = Path.of("..", "examples", "pricing.jsonl");

  @TempDir private Path directory;
  private Path export;

  @BeforeEach
  void writeAGermanExportOfTwoHundredRows() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "Projekt-Nr.;Projekttitel;Abteilung;Eingereicht am;Anfragen/Monat;Eingabe-Tokens;"
                + "Ausgabe-Tokens;Cache-Anteil;Prompting reicht;Eng umrissen;Aktuelles Modell;"
                + "Kandidaten;Entwicklungskosten;Ansprechpartner\r\n");
    for (int i = 1; i <= 200; i++) {
      rows.append(
          String.format(
              Locale.GERMANY,
              "P-%03d;Größeres Vorhaben %d;Recht;%02d.%02d.2026;%,d;%,d;%d;%.2f;%s;%s;%s;%s;%,.2f;"
                  + "Müller\r\n",
              i,
              i,
              1 + i % 28,
              1 + i % 12,
              1_000 * i,
              900 + i,
              40 + i,
              (i % 50) / 100.0,
              i % 3 == 0 ? "ja" : "nein",
              i % 2 == 0 ? "x" : "",
              i == 7 ? "gpt-4o" : "GPT-6 Luna",
              "gpt-4o mini",
              1_200.5 + i));
    }
    rows.append(";Summe;;;20.100.000;;;;;;;;;\r\n");
    export = directory.resolve("projekte.csv");
    Files.write(export, rows.toString().getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void shouldAskBeforeItReadsAnyRow() {
    Shell.Result result = run("--dry-run", "--pricing", PRICES, export);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("Windows-1252 text with semicolons between the columns, 200 rows")
        .contains("  E \"Anfragen/Monat\" is workload.requestsPerMonth (a name of it)\n")
        .contains(
            "to be answered: one column is no field of a proposal: N \"Ansprechpartner\"; give"
                + " --ignore-unknown")
        .contains("error: nothing was imported: the sheet leaves 2 questions open")
        .contains("to be answered: a point or comma with three digits behind it may be either sign")
        .contains("--decimal comma");
  }

  @Test
  void shouldImportAGermanExport() throws IOException {
    Path proposals = directory.resolve("proposals.jsonl");
    Path errors = directory.resolve("errors.csv");

    Shell.Result result =
        run(
            "--decimal",
            "comma",
            "--ignore-unknown",
            "--pricing",
            PRICES,
            "--offline",
            "--errors",
            errors,
            "--to",
            proposals,
            export);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("passed over as totals: row 202")
        .contains("model gpt-4o mini is openai/gpt-4o-mini-2024-07-18")
        .contains("left out: N \"Ansprechpartner\"")
        .contains(
            "column K \"Aktuelles Modell\": 1 × \"gpt-4o\" can be several models: K8 \"gpt-4o\""
                + " -> say which one: --model 'gpt-4o=openai/gpt-4o-2024-08-06'")
        .contains("199 proposals ready, 1 refused");
    assertThat(Files.readAllLines(proposals)).hasSize(199);
    assertThat(Files.readString(errors, StandardCharsets.UTF_8))
        .startsWith("\uFEFFrow;problems;Projekt-Nr.;Projekttitel;")
        .contains("P-007;Größeres Vorhaben 7;Recht;");

    Shell.Result evaluated =
        Shell.plain()
            .run("evaluate", "--proposals", proposals, "--pricing", PRICES, "--output", "jsonl");
    assertThat(evaluated.exitCode()).isZero();
    assertThat(evaluated.outLines()).hasSize(199).noneMatch(line -> line.contains("UNPRICED"));
  }

  @Test
  void shouldTakeTheMapThatItSuggestedOnceItIsReviewed() throws IOException {
    Path map = directory.resolve("map.csv");

    Shell.Result suggested = run("--suggest-map", map, export);

    assertThat(suggested.exitCode()).isZero();
    List<String> lines = Files.readAllLines(map);
    assertThat(lines).hasSize(15);
    assertThat(lines.get(0)).isEqualTo("\uFEFFcolumn;field;found by;perhaps;examples");
    assertThat(lines.get(5))
        .isEqualTo("Anfragen/Monat;workload.requestsPerMonth;a name of it;;1.000 | 2.000 | 3.000");
    assertThat(lines.get(14)).isEqualTo("Ansprechpartner;;;;Müller");

    Shell.Result imported =
        run(
            "--map",
            map,
            "--decimal",
            "comma",
            "--pricing",
            PRICES,
            "--dry-run",
            "--model",
            "gpt-4o=openai/gpt-4o-2024-11-20",
            export);
    assertThat(imported.exitCode()).isZero();
    assertThat(imported.err())
        .contains("is workload.requestsPerMonth (as given)")
        .contains("200 proposals ready\n")
        .contains("Nothing was sent (--dry-run)");
  }

  @Test
  void shouldNotTakeAMapThatNobodyHasDecidedOn() throws IOException {
    Path map = directory.resolve("map.csv");
    Files.writeString(map, "column,field\nProjekt-Nr.,?\n");

    Shell.Result result = run("--map", map, "--offline", "--dry-run", export);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("row 2: decide on the field of \"Projekt-Nr.\"; empty leaves the column out");
  }

  @Test
  void shouldReadTheTemplate() throws IOException {
    Path template = directory.resolve("template.xlsx");

    assertThat(Shell.plain().run("proposals", "template", template).exitCode()).isZero();
    Shell.Result again = Shell.plain().run("proposals", "template", template);
    Shell.Result empty = run("--offline", "--dry-run", template);

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("--force replaces it");
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.err())
        .contains("to be answered: there is no row below the headings in row 1")
        .contains("the sheet leaves one question open");
  }

  @Test
  void shouldSayWhatCannotBeReadAndWhatCannotBeCombined() throws IOException {
    Path broken = Files.write(directory.resolve("old.xls"), oldSpreadsheet());

    assertThat(run("--offline", "--dry-run", broken))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isEqualTo(1);
              assertThat(result.err()).contains("old.xls cannot be read: it is an old .xls file");
            });
    assertThat(run("--offline", export).err()).contains("give --dry-run, or --to FILE");
    assertThat(run("--dry-run", "--wait", export).err()).contains("--wait needs proposals to be");
    assertThat(run("--column", "title", "--dry-run", "--offline", export).err())
        .contains("--column must be NAME=VALUE, and is 'title'");
    assertThat(run("--rate", "EUR=1,10", "--dry-run", "--offline", export).err())
        .contains("'1,10' has a comma; write 1.10");
  }

  @Test
  void shouldNameModelsWithoutAPriceInFilesOfRecordsToo() throws IOException {
    Path proposals = directory.resolve("proposals.jsonl");
    Files.writeString(
        proposals,
        """
        {"proposalId": "a", "baselineModel": "openai/gpt-4o"}
        {"proposalId": "b", "candidateModels": ["openai/gpt-4o", "openai/gpt-6-luna"]}
        {"proposalId": "c", "baselineModel": "gpt-4o mini"}
        """);

    Shell.Result result =
        Shell.plain().run("proposals", "validate", "--pricing", PRICES, proposals);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("3 proposals valid\n")
        .contains("c: baselineModel = gpt-4o mini: taken as openai/gpt-4o-mini-2024-07-18")
        .contains(
            "model openai/gpt-4o has no price (2 proposals, first a): what needs one is UNPRICED; is"
                + " it openai/gpt-4o-2024-08-06 or openai/gpt-4o-2024-11-20?");
  }

  @Test
  void shouldSayWhatReadsASheetThatIsGivenAsRecords() {
    Shell.Result result = Shell.plain().run("proposals", "validate", export);

    assertThat(result.exitCode()).isNotZero();
    Shell.Result other =
        Shell.plain()
            .withInput("Nr;Titel\na;x\n")
            .run("proposals", "validate", "--format", "csv", "-");
    assertThat(other.err())
        .contains("CSV with commas between the columns; this header has semicolons")
        .contains("is read by: tune-or-not proposals import FILE");
    assertThat(
            Shell.plain()
                .withInput("Nr,Titel\na,x\n")
                .run("proposals", "validate", "--format", "csv", "-")
                .err())
        .contains("is read by: tune-or-not proposals import FILE");
    assertThat(
            Shell.plain()
                .withInput("{\"proposalId\":\"a\",\"titel\":1}")
                .run("proposals", "validate", "-")
                .err())
        .doesNotContain("proposals import");
  }

  private static Shell.Result run(Object... arguments) {
    Object[] words = new Object[arguments.length + 2];
    words[0] = "proposals";
    words[1] = "import";
    System.arraycopy(arguments, 0, words, 2, arguments.length);
    return Shell.plain().run(words);
  }

  private static byte[] oldSpreadsheet() {
    return java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae10000");
  }
}

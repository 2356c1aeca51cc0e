package dev.tuneornot.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.portfolio.sheet.SheetFile;
import dev.tuneornot.schemas.json.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Sheets as people keep them, each read or refused with words that say what to do. */
class PeoplesSheetsTest {

  private static final PriceBook BOOK =
      new PriceBook(
          List.of(
              "openai/gpt-4o-2024-08-06",
              "openai/gpt-4o-2024-11-20",
              "openai/gpt-4o-mini-2024-07-18",
              "openai/gpt-6-luna"));

  @Test
  void shouldReadATidySheetWithOurNames() throws IOException {
    ImportResult result =
        text(
            """
            proposalId,title,workload.requestsPerMonth,workload.cachedShare,needs,submittedAt
            a,First,1200,0.5,LOW_LATENCY;STYLE_OR_FORMAT,2026-11-30T08:00:00Z
            b,Second,5000,0.25,,
            """,
            ImportOptions.NONE);

    assertThat(result.questions()).isEmpty();
    assertThat(result.problems()).isEmpty();
    Proposal first = result.proposals().get(0).value();
    assertThat(first.getWorkload().getRequestsPerMonth()).isEqualTo(1200);
    assertThat(first.getWorkload().getCachedShare()).isEqualTo(0.5);
    assertThat(first.getNeeds()).containsExactly(Need.LOW_LATENCY, Need.STYLE_OR_FORMAT);
    assertThat(first.getSubmittedAt()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    assertThat(ids(result)).containsExactly("a", "b");
  }

  @Test
  void shouldReadAGermanExport() throws IOException {
    String export =
        """
        Projekt-Nr.;Projekttitel;Abteilung;Eingereicht am;Anfragen/Monat;Eingabe-Tokens;Ausgabe-Tokens;Cache-Anteil;Prompting reicht;Aktuelles Modell;Niedrige Latenz;Entwicklungskosten;Ansprechpartner
        P-001;Vertragsprüfung;Recht;30.11.2026;12.500;1.800;250;0,35;nein;gpt-4o mini;x;1.200,50;Müller
        P-002;E-Mail-Ablage;Service;01.12.2026;800;900;40;0,5;Ja;GPT-6 Luna;;–;Schäfer
        P-003;Übersetzung;Recht;02.12.2026;1.000.000;2.000;300;0;unbekannt;gpt-6-luna;;950;Groß
        """;

    ImportResult asked = cp1252(export, ImportOptions.NONE);
    assertThat(asked.proposals()).isEmpty();
    assertThat(asked.questions())
        .extracting(Question::toString)
        .satisfiesExactly(
            unknown ->
                assertThat(unknown)
                    .contains("one column is no field of a proposal: M \"Ansprechpartner\"")
                    .contains("--ignore-unknown"),
            decimals ->
                assertThat(decimals)
                    .contains("F2 \"1.800\"")
                    .contains("decimal comma: E4 \"1.000.000\"")
                    .contains("--decimal comma"));

    ImportResult result = cp1252(export, options(true, DecimalSign.COMMA, null));
    assertThat(result.questions()).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(ids(result)).containsExactly("P-001", "P-002", "P-003");
    Proposal first = result.proposals().get(0).value();
    assertThat(first.getTitle()).isEqualTo("Vertragsprüfung");
    assertThat(first.getPortfolio()).isEqualTo("Recht");
    assertThat(first.getSubmittedAt()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    assertThat(first.getWorkload().getRequestsPerMonth()).isEqualTo(12_500);
    assertThat(first.getWorkload().getPromptTokens()).isEqualTo(1_800);
    assertThat(first.getWorkload().getCachedShare()).isEqualTo(0.35);
    assertThat(first.getPromptingSufficient()).isEqualTo(Answer.NO);
    assertThat(first.getBaselineModel()).isEqualTo("openai/gpt-4o-mini-2024-07-18");
    assertThat(first.getNeeds()).containsExactly(Need.LOW_LATENCY);
    assertThat(first.getCosts().getEngineering()).isEqualTo(1200.5);
    assertThat(result.proposals().get(1).value().getCosts().getEngineering()).isZero();
    assertThat(result.notes())
        .anySatisfy(note -> assertThat(note).startsWith("Windows-1252 text with semicolons"))
        .anySatisfy(
            note -> assertThat(note).contains("D \"Eingereicht am\": dates in the order dmy"))
        .contains("model gpt-4o mini is openai/gpt-4o-mini-2024-07-18")
        .contains("1 cells with a dash or \"n/a\" are not given");
  }

  @Test
  void shouldReadAFrenchExport() throws IOException {
    ImportResult result =
        text(
            """
            Identifiant;Intitulé;Service;Date de dépôt;Requêtes par mois;Tokens d'entrée;Tokens de sortie;Taux de cache;RAG suffit;Modèle actuel
            F-1;Résumé des contrats;Juridique;15/11/2026;1\u202f200\u202f000;1\u00a0800;250;35 %;oui;gpt-6-luna
            F-2;Classement;Relations;02/12/2026;42\u202f000;900;40;12,5 %;non;gpt-6-luna
            """,
            ImportOptions.NONE);

    assertThat(result.questions()).isEmpty();
    assertThat(result.problems()).isEmpty();
    Proposal first = result.proposals().get(0).value();
    assertThat(first.getWorkload().getRequestsPerMonth()).isEqualTo(1_200_000);
    assertThat(first.getWorkload().getCachedShare()).isEqualTo(0.35);
    assertThat(first.getRagSufficient()).isEqualTo(Answer.YES);
    assertThat(first.getSubmittedAt()).isEqualTo(Instant.parse("2026-11-15T00:00:00Z"));
    assertThat(result.proposals().get(1).value().getWorkload().getCachedShare()).isEqualTo(0.125);
  }

  @Test
  void shouldReadAnExportFromTheUnitedStates() throws IOException {
    ImportResult result =
        text(
            """
            ID,Project Name,Department,Submitted,Monthly requests,Prompt tokens,Output tokens,Engineering cost,Status,Current model
            US-1,"Contracts, summed up",Legal,11/30/2026,"1,200,000","1,800",250,"$12,500.00",Live,gpt-6-luna
            US-2,Mail,Service,12/1/2026,"42,000","2,100",40,$0.00,planned,gpt-6-luna
            """
                .replace("Current model", "Candidate models"),
            options(false, DecimalSign.POINT, null));

    assertThat(result.questions()).isEmpty();
    assertThat(result.problems()).isEmpty();
    Proposal first = result.proposals().get(0).value();
    assertThat(first.getTitle()).isEqualTo("Contracts, summed up");
    assertThat(first.getSubmittedAt()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    assertThat(first.getWorkload().getRequestsPerMonth()).isEqualTo(1_200_000);
    assertThat(first.getWorkload().getPromptTokens()).isEqualTo(1_800);
    assertThat(first.getCosts().getEngineering()).isEqualTo(12_500);
    assertThat(first.getStage()).isEqualTo(Stage.LIVE);
    assertThat(first.getCandidateModels()).containsExactly("openai/gpt-6-luna");
  }

  @Test
  void shouldReadMergedHeadingsBelowATitle() throws IOException {
    ImportResult result =
        workbook(
            sheet -> {
              sheet.value(0, 0, "LLM-Vorhaben 2027");
              sheet.range(0, 0, 0, 6).merge();
              row(sheet, 2, "Projekt", "", "Tokens", "", "Kosten", "");
              sheet.range(2, 0, 2, 1).merge();
              sheet.range(2, 2, 2, 3).merge();
              sheet.range(2, 4, 2, 5).merge();
              row(sheet, 3, "Nr.", "Name", "Eingabe", "Ausgabe", "Evaluation", "Datenaufbereitung");
              row(sheet, 4, "A", "Erstes", 1200, 100, 50, 75.5);
              row(sheet, 5, "B", "Zweites", 900, 80, 20, 0);
            },
            ImportOptions.NONE);

    assertThat(result.questions()).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(ids(result)).containsExactly("A", "B");
    Proposal first = result.proposals().get(0).value();
    assertThat(first.getTitle()).isEqualTo("Erstes");
    assertThat(first.getWorkload().getPromptTokens()).isEqualTo(1200);
    assertThat(first.getWorkload().getOutputTokens()).isEqualTo(100);
    assertThat(first.getCosts().getEvaluation()).isEqualTo(50);
    assertThat(first.getCosts().getDataPreparation()).isEqualTo(75.5);
    assertThat(result.notes()).contains("the headings are in row 4");
  }

  @Test
  void shouldPassOverATotalsRowAndRefuseARemark() throws IOException {
    ImportResult result =
        workbook(
            sheet -> {
              row(sheet, 0, "ID", "Title", "Requests per month");
              row(sheet, 1, "a", "Total quality bot", 100);
              row(sheet, 2, "Section two");
              row(sheet, 3, "b", "Another", 200);
              row(sheet, 5, "", "Total", 300);
              row(sheet, 7, "As of November");
            },
            ImportOptions.NONE);

    assertThat(ids(result)).containsExactly("a", "b");
    assertThat(result.notes()).contains("passed over as totals: row 6");
    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "A3 \"Section two\": is alone in its row, and no proposal (delete the row if it is a"
                + " remark or the name of a section; else fill in the rest)",
            "A8 \"As of November\": is alone in its row, and no proposal (delete the row if it is a"
                + " remark or the name of a section; else fill in the rest)");
  }

  @Test
  void shouldFindHeadingsAmongWhichAreYears() throws IOException {
    ImportResult result =
        workbook(
            sheet -> {
              row(sheet, 0, "ID", "Title", "Requests per month", "Prompt tokens", 2027);
              row(sheet, 1, "a", "First", 100, 900, 7);
            },
            options(true, null, null));

    assertThat(ids(result)).containsExactly("a");
    assertThat(result.leftOut()).extracting(Column::shown).containsExactly("E \"2027\"");
  }

  @Test
  void shouldTellNumbersAsEverywhereElseInAnyLocale() throws IOException {
    java.util.Locale before = java.util.Locale.getDefault();
    java.util.Locale.setDefault(java.util.Locale.GERMANY);
    try {
      assertThat(text("ID;Anfragen pro Monat (Tsd.)\na;3\nb;4\n", ImportOptions.NONE).notes())
          .contains("B \"Anfragen pro Monat (Tsd.)\": times 1,000, as its heading says");
    } finally {
      java.util.Locale.setDefault(before);
    }
  }

  @Test
  void shouldNotCountEmptyColumnsAndPreparedRows() throws IOException {
    ImportResult result =
        workbook(
            sheet -> {
              row(sheet, 0, "ID", "Title", "Few-shot tried", "Notes", "", "");
              row(sheet, 1, "a", "First", true, "", "", "");
              row(sheet, 2, "b", "Second", false, "", "", "  ");
              row(sheet, 3, "", "", false, "", "", "");
              row(sheet, 4, "", "", false);
            },
            ImportOptions.NONE);

    assertThat(result.questions()).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(ids(result)).containsExactly("a", "b");
    assertThat(result.proposals().get(0).value().getFewShotTried()).isEqualTo(Answer.YES);
    assertThat(result.proposals().get(1).value().getFewShotTried()).isEqualTo(Answer.NO);
  }

  @Test
  void shouldRefuseFormulasWithoutAValueAndErrors() throws IOException {
    ImportResult result =
        workbook(
            sheet -> {
              row(sheet, 0, "ID", "Title", "Requests per month");
              row(sheet, 1, "a", "First", 100);
              row(sheet, 2, "b", "Second", "#REF!");
              row(sheet, 3, "c", "Third");
              sheet.formula(3, 2, "C2*2");
            },
            ImportOptions.NONE);

    assertThat(ids(result)).containsExactly("a");
    assertThat(result.refused()).isEqualTo(2);
    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "C3 \"#REF!\": is an error of a formula (mend the formula, or write the value)",
            "C4 \"formula without a value\": is a formula that was never calculated (open and save"
                + " the file in a spreadsheet)");
  }

  @Test
  void shouldReadDatesThatAreKeptAsNumbers() throws IOException {
    ImportResult result =
        workbook(
            sheet -> {
              row(sheet, 0, "ID", "Title", "Submitted on");
              row(sheet, 1, "a", "First", 46356);
              sheet.value(2, 0, "b");
              sheet.value(2, 1, "Second");
              sheet.value(2, 2, LocalDate.of(2026, 12, 1));
              sheet.style(2, 2).format("dd.mm.yyyy").set();
            },
            ImportOptions.NONE);

    assertThat(result.proposals())
        .extracting(entry -> entry.value().getSubmittedAt())
        .containsExactly(
            Instant.parse("2026-11-30T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(result.notes())
        .contains(
            "C \"Submitted on\": numbers without a date format are read as a spreadsheet's days");

    ImportResult exported = text("ID,Title,Submitted on\na,First,46356\n", ImportOptions.NONE);
    assertThat(exported.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "C2 \"46356\": is a number of days and no date (format the column as dates and export"
                + " it again, or give the .xlsx file itself)");
  }

  @Test
  void shouldReadAndGroupTheErrorsOfFiveThousandRows() throws IOException {
    StringBuilder rows = new StringBuilder("Nr;Titel;Anfragen;Cache-Anteil;Modell\n");
    for (int i = 1; i <= 5_000; i++) {
      String requests = i % 1_000 == 0 ? "viele" : String.valueOf(i);
      String share = i % 500 == 1 ? "1,5" : "0,5";
      String model = i % 2_500 == 7 ? "gpt-4o" : "gpt-6-luna";
      rows.append("P%d;Projekt %d;%s;%s;%s\n".formatted(i, i, requests, share, model));
    }

    ImportResult result = text(rows.toString(), ImportOptions.NONE);

    assertThat(result.proposals()).hasSize(5_000 - 5 - 10 - 2);
    assertThat(result.refused()).isEqualTo(17);
    assertThat(ProblemGroup.of(result.problems()))
        .extracting(
            group ->
                "%s: %d times %s: %s; %s"
                    .formatted(
                        result.columnOf(group),
                        group.problems().size(),
                        group.what(),
                        group.places(),
                        group.mend()))
        .containsExactly(
            "column D \"Cache-Anteil\": 10 times must be 0 or 10^-9..1: D2 \"1,5\", D502 \"1,5\","
                + " D1002 \"1,5\", ...; write 80 % or 0.8",
            "column C \"Anfragen\": 5 times is no number: C1001 \"viele\", C2001 \"viele\", C3001"
                + " \"viele\", ...; write digits only, such as 1200",
            "column E \"Modell\": 2 times \"gpt-4o\" can be several models: E8 \"gpt-4o\", E2508"
                + " \"gpt-4o\"; say which one: --model 'gpt-4o=openai/gpt-4o-2024-08-06' or --model"
                + " 'gpt-4o=openai/gpt-4o-2024-11-20'");
    assertThat(result.errorRows()).hasSize(18);
    assertThat(result.errorRows().get(0))
        .containsExactly("row", "problems", "Nr", "Titel", "Anfragen", "Cache-Anteil", "Modell");
    assertThat(result.errorRows().get(1))
        .containsExactly(
            "2",
            "D2 \"1,5\": must be 0 or 10^-9..1 (write 80 % or 0.8)",
            "P1",
            "Projekt 1",
            "1",
            "1,5",
            "gpt-6-luna");
  }

  @Test
  void shouldNeverGuessAThousand() throws IOException {
    String sheet = "ID;Anfragen pro Monat;Kosten Evaluation\na;1.000;0,5\nb;500;2,5\n";

    ImportResult asked = text(sheet, ImportOptions.NONE);

    assertThat(asked.proposals()).isEmpty();
    assertThat(asked.questions())
        .extracting(Question::toString)
        .containsExactly(
            "a point or comma with three digits behind it may be either sign: B2 \"1.000\" (for"
                + " comparison, decimal comma: C2 \"0,5\"); give --decimal comma where decimals"
                + " stand behind a comma (1.000 is a thousand), or --decimal point (1,000 is a"
                + " thousand)");
    assertThat(requests(text(sheet, options(false, DecimalSign.COMMA, null)))).isEqualTo(1_000);
    ImportResult point = text(sheet, options(false, DecimalSign.POINT, null));
    assertThat(ids(point)).isEmpty();
    assertThat(point.problems().get(0).toString())
        .isEqualTo(
            "C2 \"0,5\": is no number with a decimal point, as the others of the column (write all"
                + " numbers of the column alike)");
  }

  @Test
  void shouldAskWhereNumbersAreOfBothKinds() throws IOException {
    ImportResult asked = text("ID;Kosten Evaluation\na;1,5\nb;2.5\n", ImportOptions.NONE);

    assertThat(asked.questions())
        .extracting(Question::toString)
        .containsExactly(
            "column B \"Kosten Evaluation\" has numbers of both kinds: B3 \"2.5\" has a decimal"
                + " point, B2 \"1,5\" a decimal comma; write them alike, or say which kind is right"
                + " with --decimal comma|point, and the others are refused");
  }

  @Test
  void shouldAskForTheOrderOfDatesWhereSeveralArePossible() throws IOException {
    String sheet = "ID,Submitted\na,03/04/2026\nb,05/06/2026\n";

    ImportResult asked = text(sheet, ImportOptions.NONE);

    assertThat(asked.questions())
        .extracting(Question::toString)
        .containsExactly(
            "column B \"Submitted\" (submittedAt): B2 \"03/04/2026\" may be several days; say which:"
                + " 2026-04-03 (--date-order dmy) or 2026-03-04 (--date-order mdy)");
    assertThat(
            text(sheet, options(false, null, DateOrder.MDY))
                .proposals()
                .get(0)
                .value()
                .getSubmittedAt())
        .isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
    assertThat(text("ID,Submitted\na,13.01.2026\nb,01/14/2026\n", ImportOptions.NONE).questions())
        .extracting(Question::what)
        .containsExactly(
            "column B \"Submitted\" has dates in several orders: 13.01.2026, 01/14/2026");
  }

  @Test
  void shouldNotTakeEurosForDollars() throws IOException {
    String sheet = "ID;Entwicklungskosten (EUR);Kosten Evaluation\na;100;50 €\n";

    ImportResult asked = text(sheet, ImportOptions.NONE);

    assertThat(asked.questions())
        .extracting(Question::toString)
        .containsExactly(
            "column B \"Entwicklungskosten (EUR)\" is in EUR, and costs.engineering is in US"
                + " dollars; say what one EUR costs, such as --rate EUR=1.10",
            "column C \"Kosten Evaluation\" is in EUR, and costs.evaluation is in US dollars; say"
                + " what one EUR costs, such as --rate EUR=1.10");
    ImportOptions withRate =
        new ImportOptions(
            null,
            null,
            List.of(),
            false,
            null,
            null,
            Map.of("EUR", new BigDecimal("1.10")),
            Map.of());
    Proposal proposal = text(sheet, withRate).proposals().get(0).value();
    assertThat(proposal.getCosts().getEngineering()).isEqualTo(110);
    assertThat(proposal.getCosts().getEvaluation()).isEqualTo(55);
  }

  @Test
  void shouldReadUnitsInHeadings() throws IOException {
    ImportResult result =
        text(
            "ID;Anfragen pro Monat (Tsd.);Cache-Anteil in %\na;12,5;80\nb;3;0,5\n",
            ImportOptions.NONE);

    assertThat(result.problems()).isEmpty();
    assertThat(requests(result)).isEqualTo(12_500);
    assertThat(result.proposals().get(0).value().getWorkload().getCachedShare()).isEqualTo(0.8);
    assertThat(result.proposals().get(1).value().getWorkload().getCachedShare()).isEqualTo(0.005);
    assertThat(result.notes())
        .contains("B \"Anfragen pro Monat (Tsd.)\": times 1,000, as its heading says")
        .contains("C \"Cache-Anteil in %\": percentages, as its heading says: 80 is 0.8");
  }

  @Test
  void shouldTakeColumnsAsSomebodySays() throws IOException {
    String sheet = "Projekt,Vol.,Anmerkung\na,100,x\nb,200,y\n";

    ImportResult asked = text(sheet, ImportOptions.NONE);
    assertThat(asked.questions().get(0).what()).isEqualTo("no row has headings that are known");

    ImportResult result =
        text(
            sheet,
            columns(
                new ColumnChoice("Projekt", "proposalId"),
                new ColumnChoice("projekt", "title"),
                new ColumnChoice("B", "workload.requestsPerMonth"),
                new ColumnChoice("Anmerkung", "")));
    assertThat(result.questions()).isEmpty();
    assertThat(ids(result)).containsExactly("a", "b");
    assertThat(result.proposals().get(1).value().getTitle()).isEqualTo("b");
    assertThat(requests(result)).isEqualTo(100);

    ImportResult wrong =
        text(
            sheet,
            columns(
                new ColumnChoice("Projekt", "proposalId"),
                new ColumnChoice("Vol.", "workload.requests"),
                new ColumnChoice("Nothing", "title"),
                new ColumnChoice("Anmerkung", "")));
    assertThat(wrong.questions())
        .extracting(Question::toString)
        .containsExactly(
            "column B \"Vol.\": there is no field \"workload.requests\"; `proposals template` lists"
                + " the fields",
            "there is no column \"Nothing\"; the headings in row 1 are A \"Projekt\", B \"Vol.\", C"
                + " \"Anmerkung\"");
  }

  @Test
  void shouldAskForTheIdAndForColumnsThatAreTheSame() throws IOException {
    assertThat(text("Titel;Anfragen;Anfragen\na;1;2\nb;1;2\n", ImportOptions.NONE).questions())
        .extracting(Question::toString)
        .containsExactly(
            "columns B \"Anfragen\" and C \"Anfragen\" are both workload.requestsPerMonth; say which"
                + " one is, with --column 'C=workload.requestsPerMonth'",
            "no column has the ids of the proposals (proposalId); say which one identifies a"
                + " proposal, with --column 'HEADING=proposalId'; the cells of A \"Titel\" are all"
                + " different: --column 'Titel=proposalId'");
  }

  @Test
  void shouldRefuseAnIdThatIsThereTwice() throws IOException {
    ImportResult result = text("ID,Title\na,x\nb,y\na,z\n,w\n", ImportOptions.NONE);

    assertThat(ids(result)).containsExactly("a", "b");
    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "A4 \"a (row 2)\": is an id that a row before has (give each proposal an id of its own)",
            "A5: must be given (write an id, or delete the row)");
  }

  @Test
  void shouldJoinSeveralColumnsOfAList() throws IOException {
    ImportResult result =
        text(
            """
            ID;Kandidaten;Candidate models;Bedarf;Low latency
            a;gpt-6-luna;gpt-4o mini, GPT-6 Luna;Stil, Fachwissen;x
            """,
            ImportOptions.NONE);

    assertThat(result.problems()).isEmpty();
    Proposal proposal = result.proposals().get(0).value();
    assertThat(proposal.getCandidateModels())
        .containsExactly("openai/gpt-6-luna", "openai/gpt-4o-mini-2024-07-18");
    assertThat(proposal.getNeeds())
        .containsExactly(Need.STYLE_OR_FORMAT, Need.DOMAIN_KNOWLEDGE, Need.LOW_LATENCY);
  }

  @Test
  void shouldSayWhichIdsHaveNoPrice() throws IOException {
    ImportResult result =
        text("ID,Title,Model\na,x,openai/gpt-4o\nb,y,gpt 9\n", ImportOptions.NONE);

    assertThat(ids(result)).containsExactly("a");
    assertThat(result.notes())
        .contains(
            "there is no price of openai/gpt-4o (1 cells); without one its proposals are UNPRICED;"
                + " similar: openai/gpt-4o-2024-08-06, openai/gpt-4o-2024-11-20");
    assertThat(result.problems())
        .extracting(Problem::what)
        .containsExactly("there is no price of \"gpt 9\"");
  }

  @Test
  void shouldAskWhichSheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      row(workbook.newWorksheet("2026"), 0, "ID", "Title");
      row(workbook.newWorksheet("Legende"), 0, "Kürzel der Farben");
      Worksheet next = workbook.newWorksheet("2027");
      row(next, 0, "ID", "Title");
      row(next, 1, "a", "x");
    }
    SheetFile file = SheetFile.read(new ByteArrayInputStream(out.toByteArray()), null, null);

    assertThat(SheetImport.read(file, ImportOptions.NONE, BOOK).questions())
        .extracting(Question::toString)
        .containsExactly(
            "the sheets \"2026\", \"2027\" all have headings of proposals; say which one, with"
                + " --sheet NAME");
    ImportOptions named =
        new ImportOptions("2027", null, List.of(), false, null, null, Map.of(), Map.of());
    assertThat(ids(SheetImport.read(file, named, BOOK))).containsExactly("a");
  }

  @Test
  void shouldNeutraliseWhatTheErrorsFileWouldRun() throws IOException {
    ImportResult result =
        text("ID,Title,Requests\na,\"=HYPERLINK(\"\"x\"\")\",many\n", ImportOptions.NONE);

    assertThat(result.errorRows().get(1)).contains("'=HYPERLINK(\"x\")");
  }

  private static long requests(ImportResult result) {
    return result.proposals().get(0).value().getWorkload().getRequestsPerMonth();
  }

  private static List<String> ids(ImportResult result) {
    return result.proposals().stream()
        .map(Entry.Accepted::value)
        .map(Proposal::getProposalId)
        .toList();
  }

  private static ImportOptions options(boolean ignore, DecimalSign decimal, DateOrder order) {
    return new ImportOptions(null, null, List.of(), ignore, decimal, order, Map.of(), Map.of());
  }

  private static ImportOptions columns(ColumnChoice... columns) {
    return new ImportOptions(null, null, List.of(columns), false, null, null, Map.of(), Map.of());
  }

  private static ImportResult text(String text, ImportOptions options) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), options);
  }

  private static ImportResult cp1252(String text, ImportOptions options) throws IOException {
    return read(text.getBytes(Charset.forName("windows-1252")), options);
  }

  private static ImportResult workbook(
      java.util.function.Consumer<Worksheet> content, ImportOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook.newWorksheet("Tabelle1"));
    }
    return read(out.toByteArray(), options);
  }

  private static ImportResult read(byte[] bytes, ImportOptions options) throws IOException {
    return SheetImport.read(
        SheetFile.read(new ByteArrayInputStream(bytes), null, null), options, BOOK);
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof String text && !text.isEmpty()) {
        sheet.value(row, i, text);
      } else if (cells[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else if (cells[i] instanceof Boolean flag) {
        sheet.value(row, i, flag);
      }
    }
  }
}

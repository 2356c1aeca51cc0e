package dev.tuneornot.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextColumnsTest {

  @BeforeAll
  static void trustOurClasses() {
    TrustedClasses.install();
  }

  @Test
  void shouldMakeARecordOfARow() {
    Proposal expected = Proposal.newBuilder().setProposalId("p").setTitle(" a; b ").build();
    expected.setSubmittedAt(Instant.parse("2026-11-22T00:00:00Z"));
    expected.getTrainingData().setExamples(1000);
    expected.getTrainingData().setTrainingHours(1.5);
    expected.setNeeds(List.of(Need.LOW_LATENCY, Need.DOMAIN_LANGUAGE));
    expected.getWorkload().setRequestsPerMonth(1_000_000_000_000L);
    expected.getWorkload().setPromptTokens(5);
    expected.setCandidateModels(List.of("a/b", "c/d"));

    List<Entry<Proposal>> entries =
        read(
            RecordType.PROPOSAL,
            List.of(
                "proposalId",
                "title",
                "submittedAt",
                " trainingData.examples ",
                "trainingData.trainingHours",
                "needs",
                "workload.requestsPerMonth",
                "workload.promptTokens",
                "candidateModels",
                "portfolio",
                "costs.engineering"),
            List.of(
                "p",
                " a; b ",
                "2026-11-22T01:00:00+01:00",
                " 1000 ",
                "1.5",
                "LOW_LATENCY; DOMAIN_LANGUAGE",
                "1e12",
                "5.0",
                "a/b;c/d",
                "",
                " "));

    assertThat(entries).containsExactly(new Entry.Accepted<>(2, expected));
  }

  @Test
  void shouldMakeAPolicyOfWhatIsGiven() {
    List<Entry<Policy>> entries =
        read(RecordType.POLICY, List.of("portfolio", "minimumExamples"), List.of("", "20"));

    assertThat(entries)
        .containsExactly(
            new Entry.Accepted<>(2, Policy.newBuilder().setMinimumExamples(20).build()));
  }

  @Test
  void shouldReportCellsAndBoundsTogether() {
    List<Entry<Proposal>> entries =
        read(
            RecordType.PROPOSAL,
            List.of(
                "proposalId",
                "trainingData.examples",
                "needs",
                "workload.promptTokens",
                "workload.removableTokens",
                "workload.cachedShare",
                "narrowTask",
                "submittedAt"),
            List.of("p", "NaN", "LOW_LATENCY;;X", "many", "5", "1.5", "maybe", "yesterday"));

    Entry.Refused<Proposal> refused = (Entry.Refused<Proposal>) entries.get(0);
    assertThat(refused.id()).isEqualTo("p");
    assertThat(refused.violations())
        .extracting(Violation::field, Violation::value)
        .containsExactly(
            tuple("trainingData.examples", "NaN"),
            tuple("needs[2]", "X"),
            tuple("workload.promptTokens", "many"),
            tuple("narrowTask", "maybe"),
            tuple("submittedAt", "yesterday"),
            tuple("needs[1]", null),
            tuple("workload.cachedShare", "1.5"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1.5", "0x10", "'1,000'", "5 %", "1e400", "Infinity", "1d"})
  void shouldRefuseWhatIsNoNumber(String cell) {
    assertThat(
            read(
                RecordType.PROPOSAL,
                List.of("proposalId", "trainingData.epochs"),
                List.of("p", cell)))
        .singleElement()
        .isEqualTo(
            new Entry.Refused<>(
                2,
                "p",
                List.of(
                    new Violation(
                        "trainingData.epochs",
                        cell,
                        "a whole number in -2147483648..2147483647"))));
  }

  @Test
  void shouldRefuseARowWithoutARequiredCell() {
    assertThat(read(RecordType.PROPOSAL, List.of("proposalId", "title"), List.of("", "t")))
        .singleElement()
        .isEqualTo(
            new Entry.Refused<>(
                2, null, List.of(new Violation("proposalId", null, Violation.REQUIRED))));
  }

  @Test
  void shouldRefuseARowThatHasNotOneCellAColumn() {
    assertThat(
            read(
                RecordType.PROPOSAL,
                List.of("proposalId", "title"),
                List.of("p"),
                List.of("q", "t", "u")))
        .extracting(Object::toString)
        .containsExactly(
            "Refused[line=2, id=p, violations=[record = 1 cells: must be 2 cells, one a column]]",
            "Refused[line=3, id=q, violations=[record = 3 cells: must be 2 cells, one a column]]");
  }

  @Test
  void shouldPassOverBlankRows() {
    assertThat(
            read(
                RecordType.PROPOSAL,
                List.of("proposalId", "title"),
                List.of("", " "),
                List.of("p", ""),
                List.of("")))
        .extracting(Entry::line)
        .containsExactly(3L);
  }

  @Test
  void shouldReportEveryColumnThatCannotBeUsedOnce() {
    TextColumns<Proposal> columns =
        TextColumns.resolve(
            RecordType.PROPOSAL,
            List.of("title", "foo", "foo", "workload", "title", "", "workload.tokens"));

    assertThat(columns.violations())
        .extracting(Violation::toString)
        .containsExactly(
            "foo: unknown field",
            "workload: unknown field",
            "title: must be a column once",
            "column 6: unknown field",
            "workload.tokens: unknown field",
            "proposalId: must be a column");
    assertThatThrownBy(() -> columns.read(List.<TextRow>of().iterator()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("foo");
  }

  @SafeVarargs
  private static <T extends SpecificRecord> List<Entry<T>> read(
      RecordType<T> type, List<String> header, List<String>... rows) {
    TextColumns<T> columns = TextColumns.resolve(type, header);
    assertThat(columns.violations()).isEmpty();
    List<TextRow> numbered = new ArrayList<>();
    for (List<String> row : rows) {
      numbered.add(new TextRow(numbered.size() + 2L, row));
    }
    List<Entry<T>> entries = new ArrayList<>();
    columns.read(numbered.iterator()).forEachRemaining(entries::add);
    return entries;
  }
}

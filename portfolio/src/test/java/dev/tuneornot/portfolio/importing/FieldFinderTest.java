package dev.tuneornot.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.text.TextColumns;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFinderTest {

  @ParameterizedTest
  @CsvSource({
    "workload.promptTokens, workload.promptTokens",
    "WORKLOAD.PROMPTTOKENS, workload.promptTokens",
    "promptTokens, workload.promptTokens",
    "Prompt-Tokens (Ø pro Anfrage), workload.promptTokens",
    "Eingabe-Token, workload.promptTokens",
    "Input tokens / request, workload.promptTokens",
    "Tokens d'entrée, workload.promptTokens",
    "Title, title",
    "Projekttitel, title",
    "Intitulé, title",
    "Projekt-Nr., proposalId",
    "Lfd. Nr., proposalId",
    "Identifiant, proposalId",
    "Anfragen/Monat, workload.requestsPerMonth",
    "Anfragen pro Monat (Tsd.), workload.requestsPerMonth",
    "Requests per month, workload.requestsPerMonth",
    "Monthly requests (k), workload.requestsPerMonth",
    "Requêtes par mois, workload.requestsPerMonth",
    "Reqests per month, workload.requestsPerMonth",
    "Abteilung, portfolio",
    "Geschäftsbereich, portfolio",
    "Eingereicht am, submittedAt",
    "Date de dépôt, submittedAt",
    "Cache-Anteil in %, workload.cachedShare",
    "Output tokens, workload.outputTokens",
    "Kosten Entwicklung (EUR), costs.engineering",
    "Engineering cost ($), costs.engineering",
    "Coût de développement, costs.engineering",
    "Datenqualität, trainingData.quality",
    "Anzahl Beispiele, trainingData.examples",
    "Current model, baselineModel",
    "Aktuelles Modell, baselineModel",
    "Kandidaten, candidateModels",
    "Niedrige Latenz, needs.LOW_LATENCY",
    "low_latency, needs.LOW_LATENCY",
    "RAG reicht aus?, ragSufficient",
  })
  void shouldKnowWhatPeopleCallAField(String heading, String field) {
    assertThat(FieldFinder.find(heading).field().map(Field::name)).contains(field);
  }

  @ParameterizedTest
  @CsvSource({
    "Anfragen pro Tag, tag",
    "Requests per day, day",
    "Requêtes par an, an",
    "Kosten Anfragen pro Monat, kosten",
    "Prompt tokens per month, month",
    "Anfragen (EUR), EUR",
    "Requests per month (%), %",
  })
  void shouldNotTakeWhatIsOfAnotherUnit(String heading, String word) {
    FieldMatch match = FieldFinder.find(heading);

    assertThat(match.field()).isEmpty();
    assertThat(match.reason()).contains("says \"" + word + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ansprechpartner", "Owner", "Priorität", "Kommentar", "Q3 2026", "?"})
  void shouldNotKnowWhatIsNoField(String heading) {
    assertThat(FieldFinder.find(heading).field()).isEmpty();
  }

  @Test
  void shouldSuggestWhatIsNotSure() {
    FieldMatch match = FieldFinder.find("Requests of all clients per month");

    assertThat(match.field()).isEmpty();
    assertThat(match.suggestion().map(Field::name)).contains("workload.requestsPerMonth");
  }

  @Test
  void shouldHaveEveryFieldThatACsvCanHave() {
    List<String> paths = Fields.all().stream().map(Field::path).distinct().toList();

    assertThat(TextColumns.resolve(RecordType.PROPOSAL, paths).violations()).isEmpty();
    TreeSet<String> named = new TreeSet<>(Fields.all().stream().map(Field::name).toList());
    TreeSet<String> inTable = new TreeSet<>();
    FieldNames.TABLE.lines().forEach(line -> inTable.add(line.substring(0, line.indexOf(':'))));
    assertThat(named).isEqualTo(inTable);
    assertThat(paths).hasSize(leaves(Proposal.SCHEMA$));
  }

  @Test
  void shouldTellMoneyAndSharesFromOtherNumbers() {
    assertThat(namesOf(FieldKind.MONEY))
        .containsExactly(
            "retrieval.perRequest",
            "retrieval.perMonth",
            "retrieval.upfront",
            "costs.dataPreparation",
            "costs.engineering",
            "costs.evaluation",
            "costs.perExample");
    assertThat(namesOf(FieldKind.SHARE))
        .containsExactly(
            "workload.cachedShare",
            "workload.cacheWriteShare",
            "workload.keptCachedShare",
            "workload.batchShare",
            "costs.overrun");
    assertThat(namesOf(FieldKind.NUMBER))
        .containsExactly("trainingData.trainingHours", "costs.retrainEveryMonths");
  }

  private static List<String> namesOf(FieldKind kind) {
    return Fields.all().stream().filter(field -> field.kind() == kind).map(Field::name).toList();
  }

  private static int leaves(org.apache.avro.Schema record) {
    int leaves = 0;
    for (org.apache.avro.Schema.Field field : record.getFields()) {
      org.apache.avro.Schema type = field.schema();
      if (type.isUnion()) {
        type = type.getTypes().get(1);
      }
      leaves += type.getType() == org.apache.avro.Schema.Type.RECORD ? leaves(type) : 1;
    }
    return leaves;
  }
}

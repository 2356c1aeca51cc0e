package dev.tuneornot.portfolio.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.explanation.Explanation.Course;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.explanation.Explanation.MatrixRow;
import dev.tuneornot.portfolio.explanation.Explanation.Term;
import dev.tuneornot.portfolio.explanation.Explanation.Topic;
import dev.tuneornot.portfolio.explanation.Explanation.TreeLeaf;
import dev.tuneornot.portfolio.explanation.Explanation.TreeQuestion;
import dev.tuneornot.portfolio.figures.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .enable(SerializationFeature.INDENT_OUTPUT);

  @Test
  void shouldBeWrittenAsTheApiPromises() throws IOException {
    JsonNode written = JSON.valueToTree(explain(Examples.recommendation(Examples.proposal())));

    try (InputStream expected = ExplainerTest.class.getResourceAsStream("explanation.json")) {
      assertThat(JSON.writeValueAsString(written))
          .isEqualTo(JSON.writeValueAsString(JSON.readTree(Objects.requireNonNull(expected))));
    }
  }

  @Test
  void shouldNameARuleWithEveryLine() {
    Recommendation recommendation =
        Examples.recommendation(
            Examples.proposal()
                .setNeeds(List.copyOf(EnumSet.complementOf(EnumSet.of(Need.OTHER))))
                .setNarrowTask(Answer.UNKNOWN)
                .setFewShotTried(Answer.NO));

    assertThat(explain(recommendation).sections())
        .allSatisfy(section -> assertThat(section.lines()).isNotEmpty())
        .flatExtracting(Explanation.Section::lines)
        .extracting(Line::rule)
        .allMatch(rule -> rule.matches("[A-Z]\\d{1,2}|§\\d{1,2}"));
  }

  @Test
  void shouldKeepTheOrderOfTheTopics() {
    assertThat(explain(Examples.recommendation(Examples.proposal())).sections())
        .extracting(Explanation.Section::topic)
        .isSorted()
        .contains(Topic.PATH, Topic.ECONOMICS, Topic.RISKS, Topic.OUTLOOK, Topic.HISTORY);
  }

  @ParameterizedTest(name = "{0} ends at its leaf")
  @ValueSource(ints = {0, 1, 2, 3})
  void shouldDrawTheTreeOfTheRules(int level) {
    Recommendation recommendation = Examples.recommendation(endingAt(level));

    List<TreeQuestion> questions = explain(recommendation).tree().questions();

    TreeQuestion last = questions.get(level);
    assertThat(last.leaf()).isEqualTo(new TreeLeaf(Words.term(recommendation.getDecision()), true));
    assertThat(last.answer()).isEqualTo(last.toLeaf());
    assertThat(questions.subList(0, level))
        .allSatisfy(question -> assertThat(question.answer()).isEqualTo(question.onwards()));
    assertThat(questions.subList(level + 1, 4))
        .allSatisfy(question -> assertThat(question.answer()).isNull());
  }

  @Test
  void shouldReachBothEndsWhereItIsTheHybrid() {
    Explanation explanation =
        explain(
            Examples.recommendation(
                Examples.proposal().setNeeds(List.of(Need.SOURCE_ATTRIBUTION))));

    assertThat(explanation.tree().end())
        .isEqualTo(new TreeLeaf(Words.term(Decision.FINE_TUNE), true));
    assertThat(explanation.tree().hybrid())
        .isEqualTo(new TreeLeaf(Words.term(Decision.FINE_TUNE_WITH_RAG), true));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldPutTheDeclaredNeedsFirst(Need need) {
    for (EnumSet<Need> declared :
        List.of(EnumSet.of(need), EnumSet.complementOf(EnumSet.of(need, Need.OTHER)))) {
      Explanation explanation =
          explain(Examples.recommendation(Examples.proposal().setNeeds(new ArrayList<>(declared))));

      assertThat(explanation.matrix().needs())
          .filteredOn(MatrixRow::declared)
          .extracting(row -> row.need().symbol())
          .containsExactlyElementsOf(declared.stream().map(Need::name).toList());
      assertThat(explanation.matrix().needs().get(0).declared()).isTrue();
      assertThat(explanation.matrix().needs()).hasSize(Need.values().length - 1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldShowTheMarksOfTheRules(Need need) {
    String marks =
        switch (need) {
          case DOMAIN_KNOWLEDGE -> "M1 YYY";
          case STYLE_OR_FORMAT -> "M2 YNB";
          case SPECIFIC_BEHAVIOR -> "M3 YNB";
          case LOW_LATENCY -> "M4 YNY";
          case FRESH_KNOWLEDGE -> "M5 YBN";
          case LOW_COST_PER_REQUEST -> "M6 NNY";
          case SOURCE_ATTRIBUTION -> "M8 -BN";
          case DOMAIN_LANGUAGE -> "M9 Y-B";
          case OTHER -> "in no table";
        };

    assertThat(explain(Examples.recommendation(Examples.proposal())).matrix().needs())
        .filteredOn(row -> row.need().symbol().equals(need.name()))
        .singleElement()
        .satisfies(row -> assertThat(row.rule() + " " + marks(row)).isEqualTo(marks));
  }

  @Test
  void shouldCrossWhereItHasPaidBack() {
    Recommendation recommendation = Examples.recommendation(Examples.proposal());

    Course course = explain(recommendation).courses().get(0);

    double payback = recommendation.getPaybackMonths();
    assertThat(course.upfrontCost() + course.tunedPerMonth() * payback)
        .isCloseTo(course.baselinePerMonth() * payback, offset(1e-9));
    assertThat(course.baselinePerMonth()).isCloseTo(700, offset(1e-9));
    assertThat(course.summary()).isEqualTo("Paid back after 5 days; +$2,512.50 after 12 months.");
  }

  @Test
  void shouldHaveNothingToDrawWithoutACandidate() {
    Explanation explanation =
        explain(Examples.recommendation(Examples.proposal().setCandidateModels(List.of())));

    assertThat(explanation.courses()).isEmpty();
    assertThat(explanation.figures()).isEmpty();
    assertThat(explanation.candidates().models()).isEmpty();
    assertThat(explanation.sections())
        .filteredOn(section -> section.topic() == Topic.ECONOMICS)
        .flatExtracting(Explanation.Section::lines)
        .extracting(Line::sentence)
        .containsExactly("No candidate model was named, so there is nothing to calculate.");
  }

  @Test
  void shouldSayInWhatTheMeasuredVolumeIsAnotherThanTheStatedOne() {
    Recommendation recommendation = Examples.recommendation(Examples.proposal());
    EffectiveWorkload measured = recommendation.getWorkload();
    measured.setRequestsPerMonth(900_000);
    measured.setPromptTokens(1_500);
    measured.setOutputTokens(40);
    Workload stated =
        Workload.newBuilder()
            .setRequestsPerMonth(450_000)
            .setPromptTokens(2_100)
            .setOutputTokens(40)
            .build();

    assertThat(againstStated(recommendation, stated)).as("nothing measured").isEmpty();
    recommendation.setUsageWindowEnd(Instant.parse("2026-11-30T00:00:00Z"));
    assertThat(againstStated(recommendation, null)).as("stated not known").isEmpty();
    assertThat(againstStated(recommendation, stated))
        .containsExactly(
            "900.0k requests a month instead of 450.0k (200%), 1,500 prompt tokens instead of"
                + " 2,100.");

    stated.setRequestsPerMonth(0);
    stated.setPromptTokens(1_500);
    assertThat(againstStated(recommendation, stated))
        .containsExactly("900.0k requests a month instead of 0.");
    stated.setRequestsPerMonth(900_000);
    assertThat(againstStated(recommendation, stated)).containsExactly("the same.");
  }

  private static List<String> againstStated(
      Recommendation recommendation, @Nullable Workload stated) {
    return Explainer.explain(recommendation, stated, Figures.ENGLISH).sections().stream()
        .flatMap(section -> section.lines().stream())
        .filter(line -> "Measured against stated".equals(line.label()))
        .map(Line::text)
        .toList();
  }

  @Test
  void shouldWriteFiguresForTheReader() {
    Recommendation recommendation = Examples.recommendation(Examples.proposal());

    assertThat(Explainer.explain(recommendation, null, new Figures(Locale.GERMANY)).figures())
        .filteredOn(figure -> figure.field().equals("netBenefit"))
        .singleElement()
        .extracting(Explanation.Figure::value)
        .isEqualTo("$2.512,50");
  }

  @Test
  void shouldHaveAWordForEverySymbol() {
    assertThat(Words.dictionary())
        .containsOnlyKeys("decision", "verdict", "status", "dataBand", "approach", "need")
        .allSatisfy(
            (type, words) ->
                assertThat(words)
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(word.label()).doesNotContain("_")));
  }

  private static Proposal.Builder endingAt(int level) {
    return switch (level) {
      case 0 -> Examples.proposal().setPromptingSufficient(Answer.YES);
      case 1 -> Examples.proposal().setRagSufficient(Answer.YES);
      case 2 ->
          Examples.proposal()
              .setTrainingData(TrainingData.newBuilder().setQuality(Answer.NO).build());
      default -> Examples.proposal().setNarrowTask(Answer.NO);
    };
  }

  private static String marks(MatrixRow row) {
    StringBuilder marks = new StringBuilder();
    for (Term cell : row.cells()) {
      marks.append(
          switch (cell.symbol()) {
            case "SERVED" -> 'Y';
            case "SERVED_BEST" -> 'B';
            case "UNSERVED" -> 'N';
            default -> '-';
          });
    }
    return marks.toString();
  }

  private static Explanation explain(Recommendation recommendation) {
    return Explainer.explain(recommendation, null, Figures.ENGLISH);
  }
}

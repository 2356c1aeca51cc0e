package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.TraceStep;
import dev.tuneornot.model.TrainingData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTreeTest {
  private static final NeedSet NO_NEEDS = NeedSet.of();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "T1 YES,     YES,     NO,      YES,     YES,     USE_PROMPTING",
    "T1 UNKNOWN, UNKNOWN, NO,      YES,     YES,     UNDECIDED",
    "T2 YES,     NO,      YES,     YES,     YES,     USE_RAG",
    "T2 UNKNOWN, NO,      UNKNOWN, YES,     YES,     UNDECIDED",
    "T3 NO,      NO,      NO,      NO,      YES,     COLLECT_DATA",
    "T3 UNKNOWN, NO,      NO,      UNKNOWN, YES,     UNDECIDED",
    "T4 YES,     NO,      NO,      YES,     YES,     FINE_TUNE",
    "T4 NO,      NO,      NO,      YES,     NO,      FEW_SHOT",
    "T4 UNKNOWN, NO,      NO,      YES,     UNKNOWN, UNDECIDED",
  })
  void shouldReachTheLeafOfTheRow(
      String row, Answer prompting, Answer retrieval, Answer quality, Answer narrow, Leaf leaf) {
    Question last = Question.valueOf(row.substring(0, 2));
    Proposal proposal =
        proposal()
            .setPromptingSufficient(prompting)
            .setRagSufficient(retrieval)
            .setNarrowTask(narrow)
            .build();

    DecisionTree path = DecisionTree.walk(proposal, quality, NO_NEEDS);

    assertThat(path.leaf()).isEqualTo(leaf);
    assertThat(path.decision()).hasToString(leaf.toString());
    assertThat(path.openQuestion()).isEqualTo(leaf == Leaf.UNDECIDED ? last : null);
    List<TraceStep> asked =
        List.of(
            new TraceStep(Question.T1, prompting),
            new TraceStep(Question.T2, retrieval),
            new TraceStep(Question.T3, quality),
            new TraceStep(Question.T4, narrow));
    assertThat(path.trace())
        .isEqualTo(asked.subList(0, List.of(Question.values()).indexOf(last) + 1));
  }

  @ParameterizedTest(name = "T3 with {0} examples of quality {1} is {2}")
  @CsvSource({
    "0,  UNKNOWN, NO",
    "49, YES,     NO",
    "49, UNKNOWN, NO",
    "49, NO,      NO",
    "50, NO,      NO",
    "50, YES,     YES",
    "50, UNKNOWN, UNKNOWN",
  })
  void shouldDeriveWhetherThereIsQualityData(int examples, Answer quality, Answer expected) {
    TrainingData data = data().setExamples(examples).setQuality(quality).build();
    Proposal proposed = proposal().setTrainingData(data).build();
    Proposal live = proposal().setTrainingData(data).setStage(Stage.LIVE).build();

    assertThat(DecisionTree.qualityData(proposed, POLICY)).isEqualTo(expected);
    assertThat(DecisionTree.qualityData(live, POLICY)).isEqualTo(Answer.YES);
  }

  @ParameterizedTest(name = "T5 {0}")
  @EnumSource(value = Need.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldAddRetrievalWhereKnowledgeIsNeeded(Need need) {
    DecisionTree path = DecisionTree.walk(proposal().build(), Answer.YES, NeedSet.of(need));

    assertThat(path.leaf()).isEqualTo(Leaf.FINE_TUNE);
    assertThat(path.decision())
        .isEqualTo(
            switch (need) {
              case DOMAIN_KNOWLEDGE, FRESH_KNOWLEDGE, SOURCE_ATTRIBUTION ->
                  Decision.FINE_TUNE_WITH_RAG;
              case STYLE_OR_FORMAT,
                  SPECIFIC_BEHAVIOR,
                  LOW_LATENCY,
                  LOW_COST_PER_REQUEST,
                  DOMAIN_LANGUAGE,
                  OTHER ->
                  Decision.FINE_TUNE;
            });
  }

  @Test
  void shouldLeaveOtherLeavesAsTheyAreWhateverIsNeeded() { // T5
    Proposal broad = proposal().setNarrowTask(Answer.NO).build();

    DecisionTree path = DecisionTree.walk(broad, Answer.YES, NeedSet.of(known(Need.values())));

    assertThat(path.decision()).isEqualTo(Decision.FEW_SHOT);
  }
}

package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Proposal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextStepsTest {

  @ParameterizedTest(name = "N1 structured output tried: {0}")
  @EnumSource(value = Answer.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldUseStructuredOutputWhereAFormatIsNeeded(Answer tried) {
    Proposal proposal = proposal().setStructuredOutputTried(tried).build();

    assertThat(steps(Decision.USE_PROMPTING, proposal, Need.STYLE_OR_FORMAT))
        .isEqualTo(tried == Answer.YES ? List.of() : List.of(NextStep.USE_STRUCTURED_OUTPUT));
  }

  @Test
  void shouldAddAGlossaryForDomainLanguage() { // N2
    Proposal proposal = proposal().setStructuredOutputTried(Answer.NO).build();

    assertThat(steps(Decision.USE_PROMPTING, proposal, Need.DOMAIN_LANGUAGE))
        .containsExactly(NextStep.ADD_GLOSSARY);
    assertThat(steps(Decision.USE_PROMPTING, proposal, Need.DOMAIN_LANGUAGE, Need.STYLE_OR_FORMAT))
        .containsExactly(NextStep.USE_STRUCTURED_OUTPUT, NextStep.ADD_GLOSSARY);
    assertThat(steps(Decision.USE_PROMPTING, proposal)).isEmpty();
  }

  @Test
  void shouldIndexCiteAndRefresh() { // N3, N4, N5
    Proposal proposal = proposal().build();

    assertThat(steps(Decision.USE_RAG, proposal)).containsExactly(NextStep.INDEX_DOCUMENTS);
    assertThat(steps(Decision.USE_RAG, proposal, Need.SOURCE_ATTRIBUTION))
        .containsExactly(NextStep.INDEX_DOCUMENTS, NextStep.CITE_SOURCES);
    assertThat(steps(Decision.USE_RAG, proposal, Need.FRESH_KNOWLEDGE))
        .containsExactly(NextStep.INDEX_DOCUMENTS, NextStep.REFRESH_INDEX);
    assertThat(steps(Decision.USE_RAG, proposal, Need.FRESH_KNOWLEDGE, Need.SOURCE_ATTRIBUTION))
        .containsExactly(NextStep.INDEX_DOCUMENTS, NextStep.CITE_SOURCES, NextStep.REFRESH_INDEX);
  }

  @ParameterizedTest(name = "N6, N7 with {0} examples of quality {1}")
  @CsvSource({
    "49, YES,     COLLECT_EXAMPLES",
    "49, NO,      COLLECT_EXAMPLES REVIEW_DATA_QUALITY",
    "49, UNKNOWN, COLLECT_EXAMPLES REVIEW_DATA_QUALITY",
    "50, NO,      REVIEW_DATA_QUALITY",
  })
  void shouldCollectWhatIsMissing(int examples, Answer quality, String expected) {
    Proposal proposal =
        proposal()
            .setTrainingData(data().setExamples(examples).setQuality(quality).build())
            .build();

    assertThat(
            String.join(
                " ", steps(Decision.COLLECT_DATA, proposal).stream().map(Enum::name).toList()))
        .isEqualTo(expected);
  }

  @Test
  void shouldAddExamplesAndSplitTheTask() { // N8, N9
    assertThat(steps(Decision.FEW_SHOT, proposal().build(), known(Need.values())))
        .containsExactly(NextStep.ADD_FEW_SHOT_EXAMPLES, NextStep.SPLIT_INTO_NARROW_TASKS);
  }

  @Test
  void shouldHoldOutTestAndMonitor() { // N10, N11, N12
    assertThat(steps(Decision.FINE_TUNE, proposal().build()))
        .containsExactly(
            NextStep.HOLD_OUT_EVALUATION_SET,
            NextStep.AB_TEST_AGAINST_BASE,
            NextStep.MONITOR_DRIFT);
  }

  @Test
  void shouldIndexDocumentsAfterTheOthersWhereRetrievalIsAdded() { // N3
    assertThat(steps(Decision.FINE_TUNE_WITH_RAG, proposal().build()))
        .containsExactly(
            NextStep.HOLD_OUT_EVALUATION_SET,
            NextStep.AB_TEST_AGAINST_BASE,
            NextStep.MONITOR_DRIFT,
            NextStep.INDEX_DOCUMENTS);
  }

  @Test
  void shouldAnswerTheOpenQuestion() { // N13
    assertThat(steps(Decision.UNDECIDED, proposal().build(), known(Need.values())))
        .containsExactly(NextStep.ANSWER_OPEN_QUESTION);
  }

  private static List<NextStep> steps(Decision decision, Proposal proposal, Need... needs) {
    return NextSteps.of(decision, proposal, NeedSet.of(needs), POLICY, false);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(value = Decision.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldSwitchTheModelBehindAllElse(Decision decision) { // N14
    List<NextStep> without = steps(decision, proposal().build());
    List<NextStep> expected = new ArrayList<>(without);
    expected.add(NextStep.SWITCH_MODEL);

    assertThat(NextSteps.of(decision, proposal().build(), NeedSet.of(), POLICY, true))
        .isEqualTo(expected);
  }
}

package dev.tuneornot.portfolio.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Risk;
import dev.tuneornot.model.Signal;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void shouldPutTheMitigationBesideEveryRisk(Risk risk) {
    assertThat(Advice.of(risk).mitigation()).endsWith(".");
    assertThat(Advice.of(risk).sentence()).contains(" Mitigation: ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "KNOWLEDGE_CHANGES, no retraining needed",
    "SMALL_DATASET, overfit",
    "BROAD_TASK, narrow tasks",
    "NEEDS_ATTRIBUTION, RAG with source attribution",
    "FEW_SHOT_UNTRIED, a last resort",
    "STRUCTURED_OUTPUT_UNTRIED, structured output feature",
    "UNCERTAIN_PRICE, Verify current pricing",
    "STALE_PRICE, Verify current pricing",
    "TUNING_CLOSES_SOON, Begin before that"
  })
  void shouldGiveTheGuidesAdviceToEveryWarning(Warning warning, String advice) {
    assertThat(Advice.of(warning).text()).contains(advice);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "USE_STRUCTURED_OUTPUT, Use structured output",
    "ADD_GLOSSARY, glossary of the terminology into the system prompt",
    "INDEX_DOCUMENTS, Index the documents",
    "CITE_SOURCES, cite its sources",
    "REFRESH_INDEX, index fresh",
    "COLLECT_EXAMPLES, at least 30 more examples",
    "REVIEW_DATA_QUALITY, Review the quality",
    "ADD_FEW_SHOT_EXAMPLES, examples of input and output into the prompt",
    "SPLIT_INTO_NARROW_TASKS, Split the task",
    "HOLD_OUT_EVALUATION_SET, Hold out an evaluation set",
    "AB_TEST_AGAINST_BASE, A/B test",
    "MONITOR_DRIFT, Monitor for drift",
    "ANSWER_OPEN_QUESTION, Is RAG sufficient?"
  })
  void shouldSayEveryNextStep(NextStep step, String words) {
    Recommendation recommendation = new Recommendation();
    recommendation.setMissingExamples(30);
    recommendation.setOpenQuestion(Question.T2);

    assertThat(Advice.of(step, recommendation, Figures.ENGLISH).text()).contains(words);
  }

  @ParameterizedTest(name = "{0}, best {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "GO, PAYS_BACK, nothing to warn of",
        "CAUTION, PAYS_BACK, mind the warnings",
        "CAUTION, TOO_SLOW, more slowly than the policy allows",
        "CAUTION, NEVER, only what the tuned model does better",
        "NO_GO, NEVER, no need calls for",
        "NO_GO, RETIRES_FIRST, retires before",
        "NO_GO, none, none of the candidates can be tuned",
        "PENDING_PRICE, none, no candidate model has been named",
        "NOT_APPLICABLE, NEVER, not what is recommended"
      })
  void shouldSayWhyTheVerdictIsAsItIs(
      Verdict verdict, @Nullable CandidateStatus best, String words) {
    Recommendation recommendation = new Recommendation();
    recommendation.setVerdict(verdict);
    recommendation.setBestStatus(best);
    recommendation.setCandidates(List.of());

    assertThat(VerdictReason.sentence(recommendation)).contains(words);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void shouldHaveWordsForEveryStatus(CandidateStatus status) {
    assertThat(Words.sentence(status)).doesNotContain("_").contains(" ");
  }

  @Test
  void shouldNumberAdviceInTheOrderOfTheRules() {
    assertThat(Signal.values()).extracting(signal -> Advice.of(signal).rule()).isSorted();
    assertThat(Warning.values()).extracting(warning -> Advice.of(warning).rule()).isSorted();
    assertThat(Risk.values()).extracting(risk -> Advice.of(risk).rule()).isSorted();
    assertThat(NextStep.values())
        .extracting(step -> Advice.of(step, new Recommendation(), Figures.ENGLISH).rule())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, NextStep.values().length).mapToObj(n -> "N" + n).toList());
  }

  @Test
  void shouldSayWhatHasToRiseWhereTheMarginIsNegative() {
    Recommendation recommendation = new Recommendation();
    CandidateEvaluation best = new CandidateEvaluation();
    best.setModelId("a/b");
    recommendation.setVerdict(Verdict.CAUTION);
    recommendation.setWarnings(List.of());
    recommendation.setCandidates(List.of(best));
    recommendation.setBestModel("a/b");
    recommendation.setBaselinePriceMargin(-0.25);

    assertThat(Outlook.lines(recommendation, Figures.ENGLISH))
        .extracting(Line::sentence)
        .containsExactly(
            "Volume: no volume makes it pay back: a request does not become cheaper.",
            "The baseline's prices: they would have to rise by 25% for it to pay back in time.",
            "Time: no date is known on which it would change by itself.",
            "Any change: of the proposal, of a price behind it or of the policy is taken up at"
                + " once.");
  }
}

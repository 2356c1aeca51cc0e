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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
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
    "TUNING_CLOSES_SOON, Begin before that",
    "RETIRES_SOON, for a short time only",
    "UNCERTAIN_PAYBACK, Narrow the range",
    "OTHER, Newer than this program"
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
    "ANSWER_OPEN_QUESTION, Is RAG sufficient?",
    "SWITCH_MODEL, Switch to a/cheaper",
    "OTHER, Newer than this program"
  })
  void shouldSayEveryNextStep(NextStep step, String words) {
    Recommendation recommendation = new Recommendation();
    recommendation.setMissingExamples(30);
    recommendation.setOpenQuestion(Question.T2);
    recommendation.setBestAlternative("a/cheaper");

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
        "CAUTION, RETIRES_FIRST, retires before it has paid back; only what",
        "NO_GO, NEVER, no need calls for",
        "NO_GO, RETIRES_FIRST, retires before",
        "NO_GO, none, none of the candidates can be tuned",
        "PENDING_PRICE, none, no candidate model has been named",
        "NOT_APPLICABLE, NEVER, not what is recommended",
        "OTHER, NEVER, newer than this program"
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
    assertThat(numbers("H", Signal.values(), Advice::of)).isSorted();
    assertThat(numbers("X", Warning.values(), Advice::of)).isSorted();
    assertThat(numbers("R", Risk.values(), Advice::of)).isSorted();
    int steps = NextStep.values().length - 1;
    assertThat(
            numbers(
                "N",
                NextStep.values(),
                step -> Advice.of(step, new Recommendation(), Figures.ENGLISH)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, steps).boxed().toList());
  }

  /** Of the symbols that this version knows: the last one is for those of newer ones. */
  private static <E extends Enum<E>> List<Integer> numbers(
      String letter, E[] symbols, Function<E, Line> advice) {
    return Arrays.stream(symbols)
        .limit(symbols.length - 1)
        .map(symbol -> Integer.valueOf(advice.apply(symbol).rule().substring(letter.length())))
        .toList();
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
            "The reference's prices: they would have to rise by 25% for it to pay back in time.",
            "Time: no date is known on which it would change by itself.",
            "Any change: of the proposal, of a price behind it or of the policy is taken up at"
                + " once.");
  }
}

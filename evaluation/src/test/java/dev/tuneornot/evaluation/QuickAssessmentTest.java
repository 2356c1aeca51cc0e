package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickAssessmentTest {

  @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
  @CsvSource({
    "M1, DOMAIN_KNOWLEDGE,     Y, Y, Y",
    "M2, STYLE_OR_FORMAT,      Y, N, B",
    "M3, SPECIFIC_BEHAVIOR,    Y, N, B",
    "M4, LOW_LATENCY,          Y, N, Y",
    "M5, FRESH_KNOWLEDGE,      Y, B, N",
    "M6, LOW_COST_PER_REQUEST, N, N, Y",
    "M8, SOURCE_ATTRIBUTION,   -, B, N",
    "M9, DOMAIN_LANGUAGE,      Y, -, B",
  })
  void shouldCountANeedAsTheTableSays(
      String id, Need need, String prompting, String retrieval, String tuning) {
    QuickAssessment assessment = QuickAssessment.of(NeedSet.of(need), Answer.YES);

    assertThat(assessment.approaches())
        .containsExactly(
            expected(Approach.PROMPTING, need, prompting),
            expected(Approach.RAG, need, retrieval),
            expected(Approach.FINE_TUNING, need, tuning));
  }

  private static ApproachAssessment expected(Approach approach, Need need, String mark) {
    return switch (mark) {
      case "Y" -> new ApproachAssessment(approach, 1, 0, List.of(), true);
      case "B" -> new ApproachAssessment(approach, 1, 1, List.of(), true);
      case "N" -> new ApproachAssessment(approach, 0, 0, List.of(need), true);
      case "-" -> new ApproachAssessment(approach, 0, 0, List.of(), true);
      default -> throw new IllegalArgumentException(mark);
    };
  }

  @Test
  void shouldListUnservedNeedsInTheOrderOfTheTable() {
    NeedSet all = NeedSet.of(known(Need.values()));

    QuickAssessment assessment = QuickAssessment.of(all, Answer.YES);

    assertThat(assessment.approaches())
        .containsExactly(
            new ApproachAssessment(
                Approach.PROMPTING, 6, 0, List.of(Need.LOW_COST_PER_REQUEST), true),
            new ApproachAssessment(
                Approach.RAG,
                3,
                2,
                List.of(
                    Need.STYLE_OR_FORMAT,
                    Need.SPECIFIC_BEHAVIOR,
                    Need.LOW_LATENCY,
                    Need.LOW_COST_PER_REQUEST),
                true),
            new ApproachAssessment(
                Approach.FINE_TUNING,
                6,
                3,
                List.of(Need.FRESH_KNOWLEDGE, Need.SOURCE_ATTRIBUTION),
                true));
  }

  @ParameterizedTest(name = "M7: T3 is {0}, eligible: {1}")
  @CsvSource({"YES, true", "NO, false", "UNKNOWN, false"})
  void shouldRequireQualityDataForTuning(Answer qualityData, boolean eligible) {
    QuickAssessment assessment = QuickAssessment.of(NeedSet.of(), qualityData);

    assertThat(assessment.approaches())
        .extracting(ApproachAssessment::getEligible)
        .containsExactly(true, true, eligible);
  }

  @Test
  void shouldJudgeTheDataEvenWhereTheTreeDoesNotAskForIt() { // M7
    Recommendation recommendation =
        evaluate(
            proposal()
                .setPromptingSufficient(Answer.YES)
                .setTrainingData(data().setExamples(49).build())
                .build());

    assertThat(recommendation.getTrace()).hasSize(1);
    assertThat(recommendation.getAssessment().get(2).getEligible()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing needed: the order          |                                  | YES     | PROMPTING",
        "all serve it: the order            | DOMAIN_KNOWLEDGE                 | YES     | PROMPTING",
        "fewest unserved before the rest    | LOW_COST_PER_REQUEST             | YES     | FINE_TUNING",
        "most best among as many unserved   | FRESH_KNOWLEDGE                  | YES     | RAG",
        "most best, not eligible            | STYLE_OR_FORMAT                  | NO      | PROMPTING",
        "most best, eligible                | STYLE_OR_FORMAT                  | YES     | FINE_TUNING",
        "not eligible: prompting before RAG | LOW_COST_PER_REQUEST             | UNKNOWN | PROMPTING",
        "served before not counted          | DOMAIN_LANGUAGE                  | NO      | PROMPTING",
        "fewest unserved, tuning not asked  | LOW_COST_PER_REQUEST LOW_LATENCY | NO      | PROMPTING",
        "sources: only RAG serves them      | SOURCE_ATTRIBUTION               | YES     | RAG",
      })
  void shouldNameTheLeader(String why, String needs, Answer qualityData, Approach leader) {
    NeedSet declared = needSet(needs);

    assertThat(QuickAssessment.of(declared, qualityData).leader()).isEqualTo(leader);
  }

  private static NeedSet needSet(String needs) {
    if (needs == null) {
      return NeedSet.of();
    }
    return NeedSet.of(List.of(needs.split(" ")).stream().map(Need::valueOf).toList());
  }
}

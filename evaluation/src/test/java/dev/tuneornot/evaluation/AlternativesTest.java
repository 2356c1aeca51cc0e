package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.days;
import static dev.tuneornot.evaluation.Given.evaluate;
import static dev.tuneornot.evaluation.Given.plainPeriod;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.saving1000AMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.AlternativeStatus;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request costs what a million input tokens do, 1 USD on the baseline; 1,000 a month. */
class AlternativesTest {
  private static final String ONE = "acme/one";
  private static final String TWO = "acme/two";

  @Test
  void shouldCompareWithTheBaseline() {
    Recommendation recommendation =
        evaluate(proposal(), baseline(), model(ONE, 0.25), model(TWO, 3));

    assertThat(recommendation.getAlternatives())
        .extracting(AlternativeEvaluation::getStatus)
        .containsOnly(AlternativeStatus.COMPARED);
    AlternativeEvaluation one = recommendation.getAlternatives().get(0);
    assertThat(one.getCostPerRequest()).isEqualTo(0.25);
    assertThat(one.getMonthlyCost()).isEqualTo(250);
    assertThat(one.getMonthlySavings()).isEqualTo(750);
    assertThat(recommendation.getAlternatives().get(1).getMonthlySavings()).isEqualTo(-2000);
    assertThat(recommendation.getBestAlternative()).isEqualTo(ONE);
    assertThat(recommendation.getReferenceModel()).isEqualTo(ONE);
    assertThat(recommendation.getSwitchSavings()).isEqualTo(750);
    // Tuning is compared with it: it saves what the alternative costs.
    assertThat(recommendation.getMonthlySavings()).isEqualTo(250);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "0.9, 3, ", // not cheaper by more than switchShare
    "0.89, 3, acme/one",
    "0.5, 0.4, acme/two",
    "0.4, 0.4, acme/one", // the first of equal ones
    "0, 0.4, acme/one"
  })
  void shouldSwitchToTheCheapestThatIsCheaperByEnough(double one, double two, String best) {
    Recommendation recommendation =
        evaluate(proposal(), baseline(), model(ONE, one), model(TWO, two));

    assertThat(recommendation.getBestAlternative()).isEqualTo(best);
    assertThat(recommendation.getReferenceModel()).isEqualTo(best == null ? Given.MODEL : best);
  }

  @Test
  void shouldCarryNoFiguresUnlessCompared() {
    ModelPricing retired = model(ONE, 0.1);
    retired.setRetiresAt(Given.NOW);
    ModelPricing unpriced = model(TWO, 0.1);
    unpriced.getPeriods().get(0).setOutputPerMTok(null);

    Recommendation recommendation = evaluate(proposal(), baseline(), retired, unpriced);

    assertThat(recommendation.getAlternatives())
        .extracting(AlternativeEvaluation::getStatus)
        .containsExactly(AlternativeStatus.RETIRED, AlternativeStatus.UNPRICED);
    assertThat(recommendation.getAlternatives())
        .allSatisfy(
            alternative -> {
              assertThat(alternative.getCostPerRequest()).isNull();
              assertThat(alternative.getMonthlyCost()).isNull();
              assertThat(alternative.getMonthlySavings()).isNull();
            });
    assertThat(recommendation.getBestAlternative()).isNull();
    assertThat(evaluate(proposal(), baseline()).getAlternatives())
        .extracting(AlternativeEvaluation::getStatus)
        .containsOnly(AlternativeStatus.UNPRICED);
  }

  @ParameterizedTest(name = "retires in {0} days")
  @CsvSource({"90, ", "91, acme/one"})
  void shouldNotSwitchToWhatRetiresSoon(int days, String best) {
    ModelPricing retiring = model(ONE, 0.1);
    retiring.setRetiresAt(days(days));

    Recommendation recommendation = evaluate(proposal(), baseline(), retiring, model(TWO, 3));

    assertThat(recommendation.getAlternatives().get(0).getStatus())
        .isEqualTo(AlternativeStatus.COMPARED);
    assertThat(recommendation.getBestAlternative()).isEqualTo(best);
  }

  @ParameterizedTest(name = "the baseline {0}")
  @CsvSource({
    "retires soon, -2000",
    "is retired, ",
    "is not priced, ",
    "is not known, ",
    "is not given, "
  })
  void shouldSwitchToADearerOneWhereTheBaselineDoesNotStay(String what, Double savings) {
    ModelPricing baseline = baseline();
    Proposal proposal = proposal();
    switch (what) {
      case "retires soon" -> baseline.setRetiresAt(days(90));
      case "is retired" -> baseline.setRetiresAt(Given.NOW);
      case "is not priced" -> baseline.getPeriods().get(0).setInputPerMTok(null);
      case "is not known" -> proposal.setBaselineModel("acme/unknown");
      default -> proposal.setBaselineModel(null);
    }

    Recommendation recommendation = evaluate(proposal, baseline, model(ONE, 3), model(TWO, 4));

    assertThat(recommendation.getBestAlternative()).isEqualTo(ONE);
    assertThat(recommendation.getSwitchSavings()).isEqualTo(savings);
  }

  @Test
  void shouldCountTheTokensThatTheModelTakes() { // f
    ModelPricing wordy = model(ONE, 0.25);
    wordy.setTokenFactor(1.5);
    ModelPricing baseline = baseline();
    baseline.setTokenFactor(0.75);

    Recommendation recommendation = evaluate(proposal(), baseline, wordy);

    assertThat(recommendation.getAlternatives().get(0).getCostPerRequest())
        .isEqualTo(0.5, within(1e-12));
  }

  private static Proposal proposal() {
    return saving1000AMonth(500).setAlternativeModels(List.of(ONE, TWO)).build();
  }

  private static ModelPricing baseline() {
    return pricing(plainPeriod().build()).build();
  }

  private static ModelPricing model(String modelId, double inputPerMTok) {
    return pricing(plainPeriod().setInputPerMTok(inputPerMTok).setTuning(null).build())
        .setModelId(modelId)
        .build();
  }
}
